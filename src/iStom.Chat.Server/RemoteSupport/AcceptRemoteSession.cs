using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>The visitor agrees that the agent connects, or declines. What one connects with goes when they decline.</summary>
[AllowVisitor]
public sealed record AcceptRemoteSession(VisitorCaller Caller, RemoteSessionId Session, bool Consent) : VisitorCommand<TicketId>(Caller);

internal sealed class AcceptRemoteSessionHandler(IStore store, RemoteSupportBook book, RemoteChange change, IClock clock) : IRequestHandler<AcceptRemoteSession, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(AcceptRemoteSession request, CancellationToken cancellationToken)
    {
        var (now, session) = (clock.GetCurrentInstant(), store.OpenSession());
        if (await RemoteChange.FindAsync(session, request.Session, request.Caller.Conversation, cancellationToken) is not { Access: var access, Ticket: var ticket })
        {
            return RemoteSupportRefusals.Over;
        }

        var decision = request.Consent
            ? TicketRemoteSupport.Consent(ticket.Value, request.Session, givesId: false, now)
            : TicketRemoteSupport.Decline(ticket.Value, request.Session, now);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        if (decision.Value is not [])
        {
            await change.AppendAsync(session, ticket, decision.Value, cancellationToken);
            if (request.Consent && access.Value.Until is not null)
            {
                session.Store(access.Value with { Until = now + book.Limit }, access.Version, access.Version + 1);
            }

            await session.CommitAsync(cancellationToken);
        }

        return ticket.Value.Id;
    }
}
