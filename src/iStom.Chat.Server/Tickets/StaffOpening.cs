using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>Tickets that a member of the staff opens: their number, promise and kind, and who has them.</summary>
public sealed class StaffOpening(TicketSerials serials, TariffBook tariffs, LiveRegulation regulation)
{
    /// <summary>Adds the ticket to the session. What the agent says of its kind, they say now; since when the customer waits is another matter.</summary>
    public async Task<Decision<Ticket>> OpenAsync(IStoreSession session, AgentCaller caller, StaffTicket wished, Instant now, CancellationToken cancellation)
    {
        var tariff = await tariffs.OfAsync(session, wished.Request.Clinic, now, cancellation);
        var request = wished.Request with { Number = await serials.NextNumberAsync(now, cancellation) };
        ITicketEvent[] events = [.. TicketOpening.Open(request, tariff, wished.Claims, regulation.At(wished.Since), wished.Since).Value, .. wished.Notes];
        foreach (var decide in Steps(caller, wished, now))
        {
            var decision = decide(events.Aggregate((Ticket?)null, Ticket.Evolve)!);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }

            events = [.. events, .. decision.Value];
        }

        return session.Append(request.Ticket.Value, before: null, events)!.Value;
    }

    private IEnumerable<Func<Ticket, Decision<ITicketEvent[]>>> Steps(AgentCaller caller, StaffTicket wished, Instant now)
    {
        // A claim that an agent must decide first is not passed over.
        yield return ticket => ticket.HasUndecidedClaim
            ? Array.Empty<ITicketEvent>()
            : TicketClassification.ChangeKind(ticket, wished.Kind, caller.Agent, regulation.For(ticket, now), now);
        if (wished.Take)
        {
            yield return ticket => TicketAssignment.Take(
                ticket, caller.Agent, caller.Name, AgentEligibility.MayTake(ticket.Level, caller.PaidSupport, regulation.At(now).WorkingTime.IsOpen(now)), now);
        }
    }
}

/// <param name="Request">What was received, its number apart.</param>
/// <param name="Kind">What the agent says it is.</param>
/// <param name="Since">When the customer began to wait.</param>
/// <param name="Claims">What is known of the customer's earlier claims; only of use where the request is one.</param>
/// <param name="Notes">What staff have learnt.</param>
/// <param name="Take">The agent has it at once; otherwise it is in the queue.</param>
public sealed record StaffTicket(TicketOpened Request, RequestKind Kind, Instant Since, ClaimHistory Claims, IReadOnlyList<NoteWritten> Notes, bool Take);
