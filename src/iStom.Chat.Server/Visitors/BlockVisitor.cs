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

/// <summary>A visitor may not write for a while; a block that holds gets another reason or end.</summary>
/// <param name="Caller">Who blocks.</param>
/// <param name="Visitor">Whom; it holds for their thread.</param>
/// <param name="Reason">For colleagues.</param>
/// <param name="Until">The first instant at which it holds no more; null: until it is lifted.</param>
/// <param name="Version">The one that was read; 0 where there never was a block.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record BlockVisitor(AgentCaller Caller, VisitorId Visitor, string? Reason, Instant? Until, long Version) : AgentCommand<BlockView>(Caller);

internal sealed class BlockVisitorHandler(IStore store, IClock clock) : IRequestHandler<BlockVisitor, Decision<BlockView>>
{
    public async Task<Decision<BlockView>> Handle(BlockVisitor request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Visitor>(request.Visitor.Value, cancellationToken) is not { Value: var visitor })
        {
            return VisitorRefusals.NotFound;
        }

        var id = BlockBook.IdOf(visitor.Conversation);
        var kept = await session.LoadAsync<VisitorBlock>(id, cancellationToken);
        if ((kept?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        var (now, caller) = (clock.GetCurrentInstant(), request.Caller);
        var wished = new VisitorBlock(id, visitor.Id, visitor.Name, request.Reason ?? "", caller.Agent, caller.Name, now, request.Until).Accept(now);
        if (wished.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Change(new VisitorBlockChanged(kept?.Value, wished.Value, caller.Made(now)), request.Version);
        await session.CommitAsync(cancellationToken);
        return BlockView.Of(wished.Value, request.Version + 1);
    }
}
