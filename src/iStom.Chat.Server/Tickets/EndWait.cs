using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>The customer's last message needs no answer ("thank you"); counted apart from reactions.</summary>
[AllowStaff]
public sealed record EndWait(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class EndWaitHandler(IStore store, IClock clock) : IRequestHandler<EndWait, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(EndWait request, CancellationToken cancellationToken) => store.ChangeTicketAsync(
        request.Ticket,
        ticket => TicketWaits.EndWithoutAnswer(ticket, request.Caller.Agent, clock.GetCurrentInstant()),
        cancellationToken);
}
