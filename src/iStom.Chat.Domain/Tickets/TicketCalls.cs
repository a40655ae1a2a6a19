using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Phone;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>The phone on a ticket (§3.3): it clarifies one that there is, and opens none.</summary>
public static class TicketCalls
{
    /// <summary>Longest call that can be logged.</summary>
    public static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>
    /// A call note. An outgoing call that reached the customer is a reaction at the instant of logging; an incoming one touches no
    /// clock. A call in which the customer was spoken to does what they asked to be called back for. Number and what was learnt are
    /// texts as <see cref="MessageText"/> accepts them; where nobody was reached, nothing need have been learnt.
    /// </summary>
    public static Decision<ITicketEvent[]> Log(Ticket ticket, CallLogged call)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        if (call.Seconds is < 0 || call.Seconds > Longest.TotalSeconds)
        {
            return PhoneRefusals.LengthOutOfRange;
        }

        var learnt = MessageText.Accept(call.Learnt, mayBeEmpty: !call.Reached);
        var number = call.Number is null ? learnt : MessageText.Accept(call.Number);
        if ((learnt.Refusal ?? number.Refusal) is { } refusal)
        {
            return refusal;
        }

        var logged = call with { Learnt = learnt.Value, Number = call.Number is null ? null : number.Value };
        var reacts = call is { Direction: CallDirection.Outgoing, Reached: true };
        return reacts ? [logged, .. TicketWaits.Reaction(ticket, call.Agent, call.At)] : new ITicketEvent[] { logged };
    }

    /// <summary>
    /// The visitor asks to be called back. It is no message: it starts no wait and moves no promise (d). One request at a time.
    /// Refuses <c>ticket-not-open</c>, <c>callback-already-requested</c>, <c>phone-malformed</c>.
    /// </summary>
    public static Decision<ITicketEvent[]> RequestCallback(Ticket ticket, string? number, CallbackTime time, string? cityCode, Instant now) =>
        !ticket.IsLive ? TicketRefusals.NotLive
        : ticket.Callback is not null ? PhoneRefusals.CallbackOpen
        : PhoneNumber.Find(number, cityCode) is null ? PhoneRefusals.Malformed
        : new ITicketEvent[] { new CallbackRequested(number!.Trim(), time, now) };

    /// <summary>Nobody need call back any more: it is settled otherwise. Where nothing was asked: nothing new.</summary>
    public static Decision<ITicketEvent[]> DismissCallback(Ticket ticket, AgentId agent, Instant now) =>
        ticket.Callback is null ? Array.Empty<ITicketEvent>() : [new CallbackDismissed(agent, now)];
}
