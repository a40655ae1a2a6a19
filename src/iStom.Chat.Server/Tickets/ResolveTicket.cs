using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>The ticket's agent says that it is answered; the thread tells the visitor.</summary>
[AllowStaff]
public sealed record ResolveTicket(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class ResolveTicketHandler(IStore store, IClock clock) : IRequestHandler<ResolveTicket, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(ResolveTicket request, CancellationToken cancellationToken) => store.ChangeTicketAsync(
        request.Ticket, ticket => TicketEnding.Resolve(ticket, request.Caller.Agent, clock.GetCurrentInstant()), cancellationToken);
}
