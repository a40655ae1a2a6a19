using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>
/// The visitor leaves a shared computer: the key is worthless from here on, in every tab, and its sockets are closed.
/// The tickets go on; what was written is not erased.
/// </summary>
[AllowVisitor]
public sealed record EndOnThisComputer(VisitorCaller Caller) : VisitorCommand<VisitorId>(Caller);

internal sealed class EndOnThisComputerHandler(IStore store, LiveSockets sockets, IClock clock) : IRequestHandler<EndOnThisComputer, Decision<VisitorId>>
{
    public async Task<Decision<VisitorId>> Handle(EndOnThisComputer request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var visitor = (await session.LoadAsync<Visitor>(request.Caller.Browser.Value, cancellationToken))!;
        session.Store(visitor.Value.LockedOut(clock.GetCurrentInstant()), visitor.Version, visitor.Version + 1);
        await session.CommitAsync(cancellationToken);
        sockets.CloseBrowser(request.Caller.Browser.Value);
        return request.Caller.Visitor;
    }
}
