using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>What the ticket's agent connects with, as long as it is kept; nobody else reads it.</summary>
[AllowStaff]
public sealed record GetRemoteAccess(AgentCaller Caller, TicketId Ticket) : AgentCommand<RemoteAccessView>(Caller);

/// <summary>
/// canMake: there is a token, so that a session can be made. code, link: of the session at TeamViewer, the supporter's. teamViewerId, password: the
/// visitor's own. until: when these are gone. All null where there is nothing yet, or any more.
/// </summary>
public sealed record RemoteAccessView(bool CanMake, string? Code, string? Link, string? TeamViewerId, string? Password, Instant? Until);

internal sealed class GetRemoteAccessHandler(IStore store, RemoteSupportBook book, RemoteSecrets secrets, IClock clock) : IRequestHandler<GetRemoteAccess, Decision<RemoteAccessView>>
{
    public async Task<Decision<RemoteAccessView>> Handle(GetRemoteAccess request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { Value: var ticket })
        {
            return TicketRefusals.NotFound;
        }

        if (RemoteChange.RefusalToRead(ticket, request.Caller.Agent) is { } refusal)
        {
            return refusal;
        }

        var kept = ticket.RemoteSession is { } remote && await session.LoadAsync<RemoteAccess>(remote.Id.Value, cancellationToken) is { } access && access.Value.Until > clock.GetCurrentInstant() ? access.Value : null;
        var secret = kept is null ? null : secrets.TryOpen(kept.Id, kept.Sealed);
        return new RemoteAccessView(book.IsSetUp, secret?.Code, secret?.SupporterLink, secret?.TeamViewerId, secret?.Password, secret is null ? null : kept?.Until);
    }
}
