using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Wording;

/// <summary>What panel and desk say by themselves and staff may word otherwise, in the order in which it is met.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record GetTexts(AgentCaller Caller) : AgentCommand<WorkingTextView[]>(Caller);

/// <summary>
/// longest: in UTF-16 code units; text: empty where the product's own words hold; version: to be shown with a change. own: the product's words
/// for a mail; null for panel and desk, which have them themselves.
/// </summary>
public sealed record WorkingTextView(string Name, int Longest, IReadOnlyList<string> Placeholders, long Version, LocalizedName Text, LocalizedName? Own)
{
    internal static WorkingTextView Of(WordedPlace place, LocalizedName text, long version) =>
        new(place.Name, place.Longest, place.Placeholders, version, text, place.Face == WordedFace.Mail ? LetterTexts.OwnOf(place.Name) : null);
}

internal sealed class GetTextsHandler(WorkingTextBook texts) : IRequestHandler<GetTexts, Decision<WorkingTextView[]>>
{
    public Task<Decision<WorkingTextView[]>> Handle(GetTexts request, CancellationToken cancellationToken) => Task.FromResult<Decision<WorkingTextView[]>>(
        WorkingTexts.All.Select(place => texts.Find(place.Name) is { } kept ? WorkingTextView.Of(place, kept.Value.Text, kept.Version) : WorkingTextView.Of(place, new("", ""), 0)).ToArray());
}
