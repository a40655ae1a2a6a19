using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>
/// Renews the leases of the agents on this node, then returns to the queue what an agent has left lying for too long
/// while the customer waits. The customer keeps the original start.
/// </summary>
[AllowDesk]
public sealed record KeepPresence : ICommand, IRequest<Decision<int>>
{
    Caller ICommand.By => DeskCaller.Itself;
}

internal sealed class KeepPresenceHandler(AgentPresence presence, PresenceLeases leases, SessionSightings sightings, IStore store, IClock clock)
    : IRequestHandler<KeepPresence, Decision<int>>
{
    /// <summary>How many tickets went back.</summary>
    public async Task<Decision<int>> Handle(KeepPresence request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        presence.See(await leases.RenewAsync(presence.Present().Select(colleague => colleague.Id), now, cancellationToken));
        await sightings.WriteAsync(cancellationToken);
        var returned = 0;
        foreach (var (ticket, lastSeen) in await leases.AbandonedAsync(now - TicketAssignment.AwayLimit, cancellationToken))
        {
            returned += await ReturnAsync(ticket, lastSeen, now, cancellationToken);
        }

        return returned;
    }

    private async Task<int> ReturnAsync(TicketId id, Instant lastSeen, Instant now, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        var ticket = (await session.LoadAsync<Ticket>(id.Value, cancellation))!;
        var returned = TicketAssignment.ReturnIfAway(ticket.Value, lastSeen, now).Value;
        session.Append(id.Value, ticket, returned);
        await session.CommitAsync(cancellation);
        return returned.Length;
    }
}
