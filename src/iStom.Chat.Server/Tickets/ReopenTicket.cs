using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>A resolved ticket was not done after all; the thread tells the visitor. Whoever had it has it again.</summary>
[AllowStaff]
public sealed record ReopenTicket(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class ReopenTicketHandler(IStore store, IClock clock) : IRequestHandler<ReopenTicket, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(ReopenTicket request, CancellationToken cancellationToken) => store.ChangeTicketAsync(
        request.Ticket, ticket => TicketEnding.Reopen(ticket, request.Caller.Agent, clock.GetCurrentInstant()), cancellationToken);
}
