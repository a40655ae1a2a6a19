using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Queue;

/// <summary>The visitor's own ticket with its promise and its place in the queue.</summary>
[AllowVisitor]
public sealed record GetVisitorTicket(VisitorCaller Caller, TicketId Ticket) : VisitorCommand<VisitorTicket>(Caller);

internal sealed class GetVisitorTicketHandler(TicketReader tickets, QueueReader queue, TicketMapper mapper, IClock clock)
    : IRequestHandler<GetVisitorTicket, Decision<VisitorTicket>>
{
    public async Task<Decision<VisitorTicket>> Handle(GetVisitorTicket request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await tickets.FindAsync(request.Ticket, cancellationToken) is not { } row || row.Ticket.Conversation != request.Caller.Conversation)
        {
            return TicketRefusals.NotFound;
        }

        return mapper.ForVisitor(row, await queue.PlaceAsync(row, now, cancellationToken), now, request.Caller.Language);
    }
}
