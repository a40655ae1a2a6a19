using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Visitors;

/// <summary>A visitor may write again; one who may already: nothing new.</summary>
/// <param name="Version">The one of the block that was read.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record UnblockVisitor(AgentCaller Caller, VisitorId Visitor, long Version) : AgentCommand<VisitorId>(Caller);

internal sealed class UnblockVisitorHandler(IStore store, IClock clock) : IRequestHandler<UnblockVisitor, Decision<VisitorId>>
{
    public async Task<Decision<VisitorId>> Handle(UnblockVisitor request, CancellationToken cancellationToken)
    {
        var (session, now) = (store.OpenSession(), clock.GetCurrentInstant());
        if (await session.LoadAsync<Visitor>(request.Visitor.Value, cancellationToken) is not { Value: var visitor })
        {
            return VisitorRefusals.NotFound;
        }

        if (await session.LoadAsync<VisitorBlock>(BlockBook.IdOf(visitor.Conversation), cancellationToken) is not { } kept || !kept.Value.HoldsAt(now))
        {
            return visitor.Id;
        }

        if (kept.Version != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        session.Change(new VisitorBlockChanged(kept.Value, kept.Value.Lifted(now), request.Caller.Made(now)), kept.Version);
        await session.CommitAsync(cancellationToken);
        return visitor.Id;
    }
}
