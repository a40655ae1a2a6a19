using iStom.Chat.Domain.Conversations;
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
        var ticket = Given(InHand()).When(ticket => TicketWaits.LogCall(ticket, call))
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
        Given(InHand()).When(ticket => TicketWaits.LogCall(ticket, call)).Then(call).ShouldBe(Fold(InHand()));
    }

    [Fact]
    public void A_call_while_nobody_waits_is_only_noted()
    {
        var call = Call(CallDirection.Outgoing, reached: true, Mon("13:00"));
        Given(Answered()).When(ticket => TicketWaits.LogCall(ticket, call)).Then(call);
    }

    [Fact]
    public void A_colleagues_call_is_a_reaction_too_and_the_ticket_leaves_the_queue()
    {
        var call = Call(CallDirection.Outgoing, reached: true, Mon("12:10"));
        Given(Opened(Mon("12:00")), Waits(Mon("12:00"))).When(ticket => TicketWaits.LogCall(ticket, call))
            .Then(call, new Reacted(One, InTime: true, Mon("12:10"))).Status.ShouldBe(TicketStatus.AwaitingCustomer);
    }

    [Fact]
    public void A_call_never_opens_what_is_resolved() => Given(Resolved())
        .When(ticket => TicketWaits.LogCall(ticket, Call(CallDirection.Incoming, reached: true, Tue("12:00"))))
        .ThenRefused(TicketRefusals.NotLive);

    [Fact]
    public void A_withheld_number_is_none()
    {
        var call = Call(CallDirection.Incoming, reached: true, Mon("12:10")) with { Number = null };
        Given(InHand()).When(ticket => TicketWaits.LogCall(ticket, call)).Then(call);
    }

    [Fact]
    public void A_call_note_says_what_was_learnt() => Given(InHand())
        .When(ticket => TicketWaits.LogCall(ticket, Call(CallDirection.Outgoing, reached: true, Mon("12:10")) with { Learnt = " " }))
        .ThenRefused(ConversationRefusals.TextEmpty);

    [Fact]
    public void A_number_that_no_store_can_carry_is_refused() => Given(InHand())
        .When(ticket => TicketWaits.LogCall(ticket, Call(CallDirection.Outgoing, reached: true, Mon("12:10")) with { Number = "1\u00002" }))
        .ThenRefused(ConversationRefusals.TextMalformed);

    private static CallLogged Call(CallDirection direction, bool reached, Instant at) =>
        new(new(Guid.Empty), One, "Сотрудник 1", direction, "000", reached, "Сервер не включён", at, at);
}
