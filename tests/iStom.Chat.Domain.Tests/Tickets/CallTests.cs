using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class CallTests
{
    [Fact]
    public void An_outgoing_call_that_reached_the_customer_is_a_reaction_at_the_instant_of_logging()
    {
        var call = Call(CallDirection.Outgoing, reached: true, Wed("12:10")) with { CalledAt = Wed("11:50") };
        var ticket = Given(InHand()).When(ticket => TicketCalls.Log(ticket, call))
            .Then(call, new Reacted(One, InTime: false, Wed("12:10")));
        ticket.Status.ShouldBe(TicketStatus.AwaitingCustomer);
    }

    [Theory]
    [InlineData(CallDirection.Outgoing, false)]
    [InlineData(CallDirection.Incoming, true)]
    [InlineData(CallDirection.Incoming, false)]
    public void Any_other_call_touches_no_clock(CallDirection direction, bool reached)
    {
        var call = Call(direction, reached, Mon("12:10"));
        Given(InHand()).When(ticket => TicketCalls.Log(ticket, call)).Then(call).ShouldBe(Fold(InHand()));
    }

    [Fact]
    public void A_call_while_nobody_waits_is_only_noted()
    {
        var call = Call(CallDirection.Outgoing, reached: true, Mon("13:00"));
        Given(Answered()).When(ticket => TicketCalls.Log(ticket, call)).Then(call);
    }

    [Fact]
    public void A_colleagues_call_is_a_reaction_too_and_the_ticket_leaves_the_queue()
    {
        var call = Call(CallDirection.Outgoing, reached: true, Mon("12:10"));
        Given(Opened(Mon("12:00")), Waits(Mon("12:00"))).When(ticket => TicketCalls.Log(ticket, call))
            .Then(call, new Reacted(One, InTime: true, Mon("12:10"))).Status.ShouldBe(TicketStatus.AwaitingCustomer);
    }

    [Fact]
    public void A_call_never_opens_what_is_resolved() => Given(Resolved())
        .When(ticket => TicketCalls.Log(ticket, Call(CallDirection.Incoming, reached: true, Tue("12:00"))))
        .ThenRefused(TicketRefusals.NotLive);

    [Fact]
    public void A_withheld_number_is_none()
    {
        var call = Call(CallDirection.Incoming, reached: true, Mon("12:10")) with { Number = null };
        Given(InHand()).When(ticket => TicketCalls.Log(ticket, call)).Then(call);
    }

    [Fact]
    public void A_call_note_says_what_was_learnt() => Given(InHand())
        .When(ticket => TicketCalls.Log(ticket, Call(CallDirection.Outgoing, reached: true, Mon("12:10")) with { Learnt = " " }))
        .ThenRefused(ConversationRefusals.TextEmpty);

    [Fact]
    public void A_call_that_reached_nobody_may_teach_nothing()
    {
        var call = Call(CallDirection.Outgoing, reached: false, Mon("12:10")) with { Learnt = "" };
        Given(InHand()).When(ticket => TicketCalls.Log(ticket, call)).Then(call);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(86_401)]
    public void No_call_is_longer_than_a_day_or_shorter_than_nothing(int seconds) => Given(InHand())
        .When(ticket => TicketCalls.Log(ticket, Call(CallDirection.Incoming, reached: true, Mon("12:10")) with { Seconds = seconds }))
        .ThenRefused(PhoneRefusals.LengthOutOfRange);

    [Fact]
    public void Asking_to_be_called_back_moves_no_promise_and_is_done_once_the_customer_was_spoken_to()
    {
        ITicketEvent[] asked = [.. InHand(), new CallbackRequested("8 495 123-45-67", CallbackTime.Morning, Mon("12:06"))];
        var ticket = Given(InHand()).When(ticket => TicketCalls.RequestCallback(ticket, " 8 495 123-45-67 ", CallbackTime.Morning, cityCode: null, Mon("12:06")))
            .Then(asked[^1]);
        ticket.ShouldBe(Fold(InHand()) with { Callback = new("8 495 123-45-67", CallbackTime.Morning, Mon("12:06")) });
        Given(asked).When(again => TicketCalls.RequestCallback(again, "8 495 123-45-67", CallbackTime.AnyTime, cityCode: null, Mon("12:07")))
            .ThenRefused(PhoneRefusals.CallbackOpen);

        var missed = Call(CallDirection.Outgoing, reached: false, Mon("12:08"));
        Given(asked).When(waits => TicketCalls.Log(waits, missed)).Then(missed).Callback.ShouldNotBeNull();
        var reached = Call(CallDirection.Incoming, reached: true, Mon("12:09"));
        Given(asked).When(waits => TicketCalls.Log(waits, reached)).Then(reached).Callback.ShouldBeNull();
        var dismissed = new CallbackDismissed(One, Mon("12:09"));
        Given(asked).When(waits => TicketCalls.DismissCallback(waits, One, Mon("12:09"))).Then(dismissed).Callback.ShouldBeNull();
        Given(InHand()).When(nothing => TicketCalls.DismissCallback(nothing, One, Mon("12:09"))).Then();
    }

    [Fact]
    public void Nobody_is_called_back_on_what_is_over_or_on_what_is_no_number()
    {
        Given(Resolved()).When(ticket => TicketCalls.RequestCallback(ticket, "8 495 123-45-67", CallbackTime.AnyTime, cityCode: null, Tue("12:00"))).ThenRefused(TicketRefusals.NotLive);
        Given(InHand()).When(ticket => TicketCalls.RequestCallback(ticket, "123-45-67", CallbackTime.AnyTime, cityCode: null, Mon("12:06"))).ThenRefused(PhoneRefusals.Malformed);
        Given(InHand()).When(ticket => TicketCalls.RequestCallback(ticket, "123-45-67", CallbackTime.AnyTime, cityCode: "495", Mon("12:06")))
            .Then(new CallbackRequested("123-45-67", CallbackTime.AnyTime, Mon("12:06")));
    }

    [Fact]
    public void A_number_that_no_store_can_carry_is_refused() => Given(InHand())
        .When(ticket => TicketCalls.Log(ticket, Call(CallDirection.Outgoing, reached: true, Mon("12:10")) with { Number = "1\u00002" }))
        .ThenRefused(ConversationRefusals.TextMalformed);

    private static CallLogged Call(CallDirection direction, bool reached, Instant at) =>
        new(new(Guid.Empty), One, "Сотрудник 1", direction, "000", reached, "Сервер не включён", at, at);
}
