using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Regulation;

/// <summary>An edition of the regulation is added, or changed before it holds. Promises that were made keep theirs.</summary>
/// <param name="Caller">Who changes it.</param>
/// <param name="Edition">Which one.</param>
/// <param name="Settings">What it becomes; null takes an edition back that does not hold yet.</param>
/// <param name="Version">That was looked at; 0 for a new one.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeRegulation(AgentCaller Caller, Guid Edition, RegulationSettings? Settings, long Version) : AgentCommand<EditionView?>(Caller);

internal sealed class ChangeRegulationHandler(LiveDocuments<RegulationSettings> editions, IStore store, IClock clock)
    : IRequestHandler<ChangeRegulation, Decision<EditionView?>>
{
    private static readonly Refusal InForce = new("regulation-in-force");
    private static readonly Refusal NameTaken = new("regulation-name-taken");

    public async Task<Decision<EditionView?>> Handle(ChangeRegulation request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var now = clock.GetCurrentInstant();
        var kept = await session.LoadAsync<RegulationSettings>(request.Edition, cancellationToken);
        var after = request.Settings is { } settings ? settings with { Id = request.Edition } : null;
        if ((kept?.Version ?? StreamVersion.None) != request.Version || (kept is null && after is null))
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        if (RefusalTo(kept?.Value, after, now.InZone(LiveRegulation.Zone).Date) is { } refusal)
        {
            return refusal;
        }

        session.Change(new RegulationSettingsChanged(kept?.Value, after, request.Caller.Made(now)), request.Version);
        await session.CommitAsync(cancellationToken);
        return after is null ? (EditionView?)null : new EditionView(after, request.Version + 1);
    }

    /// <summary>What holds today or held before has promises made on it.</summary>
    private Refusal? RefusalTo(RegulationSettings? before, RegulationSettings? after, LocalDate today)
    {
        if (before?.HoldsFrom <= today || after?.HoldsFrom <= today)
        {
            return InForce;
        }

        return after is null ? null : IsTaken(after) ? NameTaken : after.ToEdition().Refusal;
    }

    private bool IsTaken(RegulationSettings after) => editions.All.Where(edition => edition.Id != after.Id).Select(edition => edition.Name)
        .Append(RegulationEdition.Current.Name).Contains(after.Name, StringComparer.OrdinalIgnoreCase);
}
