using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Regulation;

/// <summary>The calendar was edited: the promise of an open wait is made anew from the same start. Nobody waits: nothing new.</summary>
[AllowDesk]
public sealed record RecomputePromise(TicketId Ticket) : ICommand, IRequest<Decision<TicketId>>
{
    Caller ICommand.By => DeskCaller.Itself;
}

internal sealed class RecomputePromiseHandler(IStore store, LiveRegulation regulation, IClock clock) : IRequestHandler<RecomputePromise, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(RecomputePromise request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var ticket = await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken);
        if (ticket?.Value.Wait is not { } wait)
        {
            return request.Ticket;
        }

        session.Append(request.Ticket.Value, ticket, TicketWaits.CalendarEdited(ticket.Value, regulation.Of(wait.Promise), clock.GetCurrentInstant()).Value);
        await session.CommitAsync(cancellationToken);
        return request.Ticket;
    }
}
