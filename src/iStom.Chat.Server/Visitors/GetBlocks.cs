using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Visitors;

/// <summary>Who may not write now, newest first.</summary>
[AllowStaff]
public sealed record GetBlocks(AgentCaller Caller) : AgentCommand<IReadOnlyList<BlockView>>(Caller);

internal sealed class GetBlocksHandler(BlockBook blocks, IClock clock) : IRequestHandler<GetBlocks, Decision<IReadOnlyList<BlockView>>>
{
    public Task<Decision<IReadOnlyList<BlockView>>> Handle(GetBlocks request, CancellationToken cancellationToken) =>
        Task.FromResult<Decision<IReadOnlyList<BlockView>>>(blocks.InForce(clock.GetCurrentInstant()).Select(BlockView.Of).ToList());
}
