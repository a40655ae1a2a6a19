using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>Staff say that a ticket is not the request of the clinic that its sender's address speaks for.</summary>
[AllowStaff]
public sealed record DeclineClinic(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class DeclineClinicHandler(IStore store, IClock clock) : IRequestHandler<DeclineClinic, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(DeclineClinic request, CancellationToken cancellationToken) =>
        store.ChangeTicketAsync(request.Ticket, ticket => TicketClinics.Decline(ticket, request.Caller.Agent, clock.GetCurrentInstant()), cancellationToken);
}
