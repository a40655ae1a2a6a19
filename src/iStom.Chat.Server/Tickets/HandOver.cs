using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>
/// An agent's shift ends: all these tickets go to one colleague, or back to the queue, each with a note of what is open; or, where one of
/// them is refused, none does. Said again it changes nothing.
/// </summary>
/// <param name="Caller">Who leaves.</param>
/// <param name="Tickets">Each with its note.</param>
/// <param name="To">Null: the queue, where each waits with its original start.</param>
[AllowStaff]
public sealed record HandOver(AgentCaller Caller, IReadOnlyList<HandedTicket> Tickets, AgentId? To) : AgentCommand<int>(Caller);

internal sealed class HandOverValidator : AbstractValidator<HandOver>
{
    /// <summary>More than anybody can have at work.</summary>
    public const int MostTickets = 100;

    public HandOverValidator() => RuleFor(command => command.Tickets).Must(tickets => tickets.Count is >= 1 and <= MostTickets).WithErrorCode("tickets-out-of-range");
}

internal sealed class HandOverHandler(IStore store, IClock clock) : IRequestHandler<HandOver, Decision<int>>
{
    /// <summary>How many changed hands.</summary>
    public async Task<Decision<int>> Handle(HandOver request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var colleague = request.To is { } id ? await session.FindColleagueAsync(id, cancellationToken) : null;
        if (request.To is not null && colleague is null)
        {
            return Colleagues.NotFound;
        }

        var handed = 0;
        foreach (var one in request.Tickets.DistinctBy(one => one.Ticket))
        {
            var decision = await HandAsync(session, one, request.Caller, colleague is null ? null : (colleague.Id, colleague.Name), cancellationToken);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }

            handed += decision.Value;
        }

        await session.CommitAsync(cancellationToken);
        return handed;
    }

    private async Task<Decision<int>> HandAsync(
        IStoreSession session, HandedTicket handed, AgentCaller caller, (AgentId Id, string Name)? to, CancellationToken cancellation)
    {
        var text = MessageText.Accept(handed.Note);
        if (text.Refusal is { } unsound)
        {
            return unsound;
        }

        if (await session.LoadAsync<Ticket>(handed.Ticket, cancellation) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var now = clock.GetCurrentInstant();
        var note = new NoteWritten(new(Guid.CreateVersion7()), caller.Agent, caller.Name, text.Value, now);
        var decision = TicketAssignment.HandOver(ticket.Value, note, to, now);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Append(handed.Ticket, ticket, decision.Value);
        return Math.Min(decision.Value.Length, 1);
    }
}
