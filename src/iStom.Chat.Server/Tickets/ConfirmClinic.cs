using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>Staff confirm that a ticket is the request of the clinic that its sender's address speaks for.</summary>
[AllowStaff]
public sealed record ConfirmClinic(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class ConfirmClinicHandler(IStore store, IClock clock) : IRequestHandler<ConfirmClinic, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(ConfirmClinic request, CancellationToken cancellationToken) =>
        store.ChangeTicketAsync(request.Ticket, ticket => TicketClinics.Confirm(ticket, request.Caller.Agent, clock.GetCurrentInstant()), cancellationToken);
}
