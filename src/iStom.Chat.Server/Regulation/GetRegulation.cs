using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;

namespace iStom.Chat.Server.Regulation;

/// <summary>The editions of the regulation in the order in which they hold; the first came with the product.</summary>
[AllowStaff]
public sealed record GetRegulation(AgentCaller Caller) : AgentCommand<EditionView[]>(Caller);

/// <summary>version: to be shown with a change; 0: came with the product and cannot be changed.</summary>
public sealed record EditionView(RegulationSettings Settings, long Version);

internal sealed class GetRegulationHandler(LiveDocuments<RegulationSettings> editions) : IRequestHandler<GetRegulation, Decision<EditionView[]>>
{
    public Task<Decision<EditionView[]>> Handle(GetRegulation request, CancellationToken cancellationToken)
    {
        var kept = editions.All.OrderBy(edition => edition.HoldsFrom).Select(edition => new EditionView(edition, editions.Find(edition.Id)!.Version));
        return Task.FromResult<Decision<EditionView[]>>(kept.Prepend(new(RegulationSettings.Of(RegulationEdition.Current), StreamVersion.None)).ToArray());
    }
}
