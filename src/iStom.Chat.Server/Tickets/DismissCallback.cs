using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>Nobody need call the visitor back any more; said again it succeeds.</summary>
[AllowStaff]
public sealed record DismissCallback(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class DismissCallbackHandler(IStore store, IClock clock) : IRequestHandler<DismissCallback, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(DismissCallback request, CancellationToken cancellationToken) =>
        store.ChangeTicketAsync(request.Ticket, ticket => TicketCalls.DismissCallback(ticket, request.Caller.Agent, clock.GetCurrentInstant()), cancellationToken);
}
