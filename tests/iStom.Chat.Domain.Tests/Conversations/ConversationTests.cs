using iStom.Chat.Domain.Conversations;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Regulation.MoscowTime;

namespace iStom.Chat.Domain.Tests.Conversations;

public class ConversationTests
{
    private static readonly Instant Now = At("2026-11-16 12:00");
    private static readonly TicketId First = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly TicketId Second = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly ConversationStarted Started = new(new(Guid.Empty), new(Guid.Empty), "cloud", Now);
    private static readonly VisitorWrote Wrote = new(new(Guid.Empty), First, "Добрый день", ReplyTo: null, Now);
    private static readonly AgentReplied Replied = new(new(Guid.Empty), First, new(Guid.Empty), "Сотрудник 1", "Здравствуйте", Now);

    [Fact]
    public void The_thread_begins_with_the_first_message() => ConversationDecisions
        .VisitorWrites(conversation: null, Started, consent: null, Wrote, Announced(TicketNotice.Opened, First))
        .ShouldBe([Started, Wrote, Announced(TicketNotice.Opened, First)]);

    [Fact]
    public void Later_messages_are_added_to_it() => ConversationDecisions
        .VisitorWrites(Fold(Started), Started, consent: null, Wrote, notice: null).ShouldBe([Wrote]);

    [Fact]
    public void The_visitor_is_told_when_a_message_reopened_the_ticket() => ConversationDecisions
        .VisitorWrites(Fold(Started), Started, consent: null, Wrote, Announced(TicketNotice.Reopened, First))
        .ShouldBe([Wrote, Announced(TicketNotice.Reopened, First)]);

    [Fact]
    public void A_new_thread_knows_its_visitor_and_site_and_has_no_ticket() =>
        Fold(Started).ShouldBe(new Conversation(Started.Conversation, Started.Visitor, "cloud", CurrentTicket: null, CurrentNumber: null));

    [Fact]
    public void The_next_message_goes_to_the_ticket_that_was_opened_last()
    {
        Fold(Started, Wrote, Announced(TicketNotice.Opened, First)).CurrentTicket.ShouldBe(First);
        var conversation = Fold(Started, Wrote, Announced(TicketNotice.Opened, First), Replied, Announced(TicketNotice.Opened, Second));
        (conversation.CurrentTicket, conversation.CurrentNumber).ShouldBe((Second, "IS-2026-000002"));
    }

    [Fact]
    public void The_next_message_goes_to_the_ticket_that_was_answered_last()
    {
        var back = Fold(Started, Wrote, Announced(TicketNotice.Opened, First), Announced(TicketNotice.Opened, Second), Replied);

        (back.CurrentTicket, back.CurrentNumber).ShouldBe((First, null));
    }

    [Theory]
    [InlineData(TicketNotice.Resolved)]
    [InlineData(TicketNotice.Reopened)]
    public void The_thread_survives_its_tickets(TicketNotice notice)
    {
        var before = Fold(Started, Wrote, Announced(TicketNotice.Opened, First));
        Conversation.Evolve(before, Announced(notice, First)).ShouldBe(before);
        Conversation.Evolve(before, Replied).ShouldBe(before);
        Conversation.Evolve(before, Wrote).ShouldBe(before);
    }

    [Fact]
    public void The_next_message_goes_to_the_ticket_that_was_reopened_last() => Fold(
            Started, Wrote, Announced(TicketNotice.Opened, First), Announced(TicketNotice.Opened, Second), Announced(TicketNotice.Reopened, First))
        .CurrentTicket.ShouldBe(First);

    [Fact]
    public void News_of_an_older_ticket_leaves_the_newest_one_current() => Fold(
            Started, Wrote, Announced(TicketNotice.Opened, First), Announced(TicketNotice.Opened, Second), Announced(TicketNotice.Resolved, First))
        .CurrentTicket.ShouldBe(Second);

    [Fact]
    public void Nothing_comes_before_the_start()
    {
        foreach (var @event in new IConversationEvent[] { Wrote, Replied, Announced(TicketNotice.Opened, First) })
        {
            Should.Throw<InvalidOperationException>(() => Conversation.Evolve(state: null, @event), @event.GetType().Name);
        }
    }

    [Fact]
    public void A_thread_starts_once() => Should.Throw<InvalidOperationException>(() => Fold(Started, Started));

    [Fact]
    public void An_event_of_an_unknown_type_is_not_passed_over() =>
        Should.Throw<InvalidOperationException>(() => Fold(Started, new Unknown(Now)));

    [Fact]
    public void Every_type_of_event_folds() => typeof(IConversationEvent).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IConversationEvent)))
        .ShouldBe([typeof(ConversationStarted), typeof(ConsentGiven), typeof(VisitorWrote), typeof(AgentReplied), typeof(TicketAnnounced), typeof(CustomerInformed), typeof(CallbackAsked), typeof(ConversationErased)], ignoreOrder: true);

    private static Conversation Fold(params IConversationEvent[] events) => events.Aggregate((Conversation?)null, Conversation.Evolve)!;

    private static TicketAnnounced Announced(TicketNotice notice, TicketId ticket) =>
        new(ticket, ticket == First ? "IS-2026-000001" : "IS-2026-000002", notice, Now);

    private sealed record Unknown(Instant At) : IConversationEvent;
}
