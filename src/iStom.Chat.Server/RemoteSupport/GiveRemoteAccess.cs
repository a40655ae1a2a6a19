using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>
/// The visitor agrees and gives the id of their own TeamViewer, with a password or without: kept sealed until the session is over, at most as
/// long as the settings say, and shown to the ticket's agent alone. Given again, it takes the place of what was given.
/// </summary>
[AllowVisitor]
public sealed record GiveRemoteAccess(VisitorCaller Caller, RemoteSessionId Session, string? TeamViewerId, string? Password) : VisitorCommand<TicketId>(Caller)
{
    /// <summary>What logs it tells nobody.</summary>
    protected override bool PrintMembers(StringBuilder builder) => builder is null;
}

internal sealed class GiveRemoteAccessHandler(IStore store, RemoteSupportBook book, RemoteChange change, RemoteSecrets secrets, IClock clock) : IRequestHandler<GiveRemoteAccess, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(GiveRemoteAccess request, CancellationToken cancellationToken)
    {
        var (now, session) = (clock.GetCurrentInstant(), store.OpenSession());
        if (await RemoteChange.FindAsync(session, request.Session, request.Caller.Conversation, cancellationToken) is not { Access: var access, Ticket: var ticket })
        {
            return RemoteSupportRefusals.Over;
        }

        var decision = TicketRemoteSupport.Consent(ticket.Value, request.Session, givesId: true, now);
        var given = TeamViewerAccess.Accept(request.TeamViewerId, request.Password);
        if ((decision.Refusal ?? given.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (decision.Value is not [])
        {
            await change.AppendAsync(session, ticket, decision.Value, cancellationToken);
        }

        var kept = secrets.Seal(request.Session, RemoteSecret.Of(given.Value));
        session.Store(access.Value with { Sealed = kept, Until = now + book.Limit }, access.Version, access.Version + 1);
        await session.CommitAsync(cancellationToken);
        return ticket.Value.Id;
    }
}
