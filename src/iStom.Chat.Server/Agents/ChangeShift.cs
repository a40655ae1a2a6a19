using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>A line of the roster is added, changed or taken out.</summary>
/// <param name="Caller">Who plans.</param>
/// <param name="Id">Which line.</param>
/// <param name="Wished">As it is to be, the agent's name apart; null: it goes.</param>
/// <param name="Version">The one that was read; 0 for a new one.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ChangeShift(AgentCaller Caller, ShiftId Id, Shift? Wished, long Version) : AgentCommand<ShiftView?>(Caller);

internal sealed class ChangeShiftHandler(IStore store, IClock clock) : IRequestHandler<ChangeShift, Decision<ShiftView?>>
{
    private static readonly Refusal Malformed = new("shift-malformed");
    private static readonly Refusal NoPaidSupport = new("paid-support-missing");

    public async Task<Decision<ShiftView?>> Handle(ChangeShift request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var kept = await session.LoadAsync<Shift>(request.Id.Value, cancellationToken);
        if ((kept?.Version ?? StreamVersion.None) != request.Version || (kept is null && request.Wished is null))
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        var named = await NamedAsync(session, request.Wished, cancellationToken);
        if (named.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Change(new ShiftChanged(kept?.Value, named.Value, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        await session.CommitAsync(cancellationToken);
        return named.Value is { } after ? ShiftView.Of(after, request.Version + 1) : (ShiftView?)null;
    }

    private static async Task<Decision<Shift?>> NamedAsync(IStoreSession session, Shift? wished, CancellationToken cancellation)
    {
        if (wished is null)
        {
            return (Shift?)null;
        }

        return !wished.IsSound() ? Malformed
            : wished.Agent is not { } id ? wished with { AgentName = "" }
            : await session.LoadAsync<Agent>(id.Value, cancellation) is not { Value: { Roles.Count: > 0, Disabled: false } agent } ? PeopleRefusals.AgentNotFound
            : wished.Kind == ShiftKind.PaidDuty && !agent.PaidSupport ? NoPaidSupport
            : wished with { AgentName = agent.Name };
    }
}
