using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Queue;

/// <summary>The tickets that the agent has and that are not over.</summary>
[AllowStaff]
public sealed record GetMine(AgentCaller Caller) : AgentCommand<AgentTicket[]>(Caller);

internal sealed class GetMineHandler(TicketReader tickets, TicketMapper mapper, IClock clock) : IRequestHandler<GetMine, Decision<AgentTicket[]>>
{
    public async Task<Decision<AgentTicket[]>> Handle(GetMine request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var rows = await tickets.HeldByAsync(request.Caller.Agent, cancellationToken);
        return rows.Select(row => mapper.ForList(row, now, request.Caller.Language)).ToArray();
    }
}
