using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>A ticket as staff see it.</summary>
[AllowStaff]
public sealed record GetTicket(AgentCaller Caller, TicketId Ticket) : AgentCommand<AgentTicket>(Caller);

internal sealed class GetTicketHandler(TicketReader tickets, TicketMapper mapper, IClock clock) : IRequestHandler<GetTicket, Decision<AgentTicket>>
{
    public async Task<Decision<AgentTicket>> Handle(GetTicket request, CancellationToken cancellationToken) =>
        await tickets.FindAsync(request.Ticket, cancellationToken) is { } row
            ? mapper.ForAgent(row, clock.GetCurrentInstant(), request.Caller.Language)
            : TicketRefusals.NotFound;
}
