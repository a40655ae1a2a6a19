using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Wording;

/// <summary>What the panel or the desk says in a place is worded otherwise, wherever one is opened from now on.</summary>
/// <param name="Caller">Who words it.</param>
/// <param name="Name">Which place.</param>
/// <param name="Wished">Empty: as the product words it.</param>
/// <param name="Version">The one that was read; 0 for what nobody has changed yet.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ChangeText(AgentCaller Caller, string Name, LocalizedName Wished, long Version) : AgentCommand<WorkingTextView>(Caller);

internal sealed class ChangeTextHandler(IStore store, IClock clock) : IRequestHandler<ChangeText, Decision<WorkingTextView>>
{
    public async Task<Decision<WorkingTextView>> Handle(ChangeText request, CancellationToken cancellationToken)
    {
        var accepted = WorkingTexts.Accept(new(WorkingTextBook.IdOf(request.Name), request.Name, request.Wished));
        if (accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var session = store.OpenSession();
        var before = await session.LoadAsync<WorkingText>(accepted.Value.Id.Value, cancellationToken);
        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        session.Change(new WorkingTextChanged(before?.Value, accepted.Value, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        await session.CommitAsync(cancellationToken);
        return WorkingTextView.Of(WorkingTexts.All.First(place => place.Name == request.Name), accepted.Value.Text, request.Version + 1);
    }
}
