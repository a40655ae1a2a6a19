using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Calls;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Tickets;
using MediatR;
using static iStom.Chat.Server.Demo.DemoDeeds;

namespace iStom.Chat.Server.Demo;

/// <summary>The phone in the demo: a note of a call, somebody who asks to be called back, and a call that nobody has answered. Nobody is behind the numbers.</summary>
internal static class DemoPhone
{
    public static async Task AddNotesAsync(IMediator mediator, AgentCaller by, PostMessage asks, Domain.TicketId called)
    {
        Done(await mediator.Send(new RequestCallback(asks.Caller, "8 (495) 000-00-02", CallbackTime.Afternoon)));
        Done(await mediator.Send(new LogCall(by, new(Guid.CreateVersion7()), called, CallDirection.Incoming, "+7 495 000-00-01", Reached: true, "Шаблон договора нужен к пятнице.", Seconds: 95, Call: null)));
    }

    /// <summary>Its card is on the desks for a while; the same call again, at the next start, is none.</summary>
    public static async Task RingAsync(IMediator mediator) =>
        Done(await mediator.Send(new ReceiveCall("demo", "8 495 000-00-01", "101", CallState.Ended, At: null, Seconds: 0)));
}
