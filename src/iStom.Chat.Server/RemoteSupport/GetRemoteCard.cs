using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>The code with which the visitor lets the agent in, as long as it is kept; nobody else's visitor reads it.</summary>
[AllowVisitor]
public sealed record GetRemoteCard(VisitorCaller Caller, RemoteSessionId Session) : VisitorCommand<RemoteCardView>(Caller);

/// <summary>code, link: of the session at TeamViewer; null where the visitor gives their own id, which is not said again. until: when these are gone.</summary>
public sealed record RemoteCardView(string? Code, string? Link, Instant? Until);

internal sealed class GetRemoteCardHandler(IStore store, RemoteSecrets secrets, IClock clock) : IRequestHandler<GetRemoteCard, Decision<RemoteCardView>>
{
    public async Task<Decision<RemoteCardView>> Handle(GetRemoteCard request, CancellationToken cancellationToken)
    {
        if (await RemoteChange.FindAsync(store.OpenSession(), request.Session, request.Caller.Conversation, cancellationToken) is not { Access.Value: var access, Ticket.Value: { IsLive: true } ticket }
            || ticket.RemoteSession?.Id != request.Session)
        {
            return RemoteSupportRefusals.Over;
        }

        var secret = access.Until > clock.GetCurrentInstant() ? secrets.TryOpen(request.Session, access.Sealed) : null;
        return new RemoteCardView(secret?.Code, secret?.CustomerLink, secret?.Code is null ? null : access.Until);
    }
}
