using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class NoteAndTagTests
{
    private static readonly MessageId Note = new(Guid.Empty);

    [Fact]
    public void A_note_changes_nothing_else_at_any_time_of_a_tickets_life() => Given(Closed())
        .When(_ => TicketNotes.Write(Note, Two, "Сотрудник 2", " Проверили\r\n", Mon("13:00")))
        .Then(new NoteWritten(Note, Two, "Сотрудник 2", "Проверили", Mon("13:00"))).ShouldBe(Fold(Closed()));

    [Fact]
    public void An_empty_note_is_none() => Given(InHand())
        .When(_ => TicketNotes.Write(Note, One, "Сотрудник 1", text: null, Mon("13:00"))).ThenRefused(ConversationRefusals.TextEmpty);

    [Fact]
    public void A_note_is_no_longer_than_a_message() => Given(InHand())
        .When(_ => TicketNotes.Write(Note, One, "Сотрудник 1", new string('x', MessageText.MaxLength + 1), Mon("13:00")))
        .ThenRefused(ConversationRefusals.TextTooLong);

    [Fact]
    public void Tags_are_trimmed_sorted_and_each_there_once()
    {
        var tagged = Tag([" касса ", "", "Печать", "печать"]).Value.ShouldHaveSingleItem().ShouldBeOfType<Tagged>();
        tagged.Tags.ShouldBe(["касса", "Печать"]);
        (tagged.By, tagged.At).ShouldBe((Actor.Of(One), Mon("13:00")));
        Ticket.Evolve(Fold(InHand()), tagged).Tags.ShouldBe(["касса", "Печать"]);
    }

    [Fact]
    public void The_same_tags_in_another_order_are_nothing_new() => Given([.. InHand(), new Tagged(["касса", "печать"], Actor.Of(One), Mon("12:30"))])
        .When(ticket => TicketNotes.Tag(ticket, ["печать", "касса"], One, Mon("13:00"))).ThenNothingNew();

    [Fact]
    public void All_tags_can_be_taken_off() => TicketNotes.Tag(Fold([.. InHand(), new Tagged(["касса"], Actor.Of(One), Mon("12:30"))]), [], One, Mon("13:00"))
        .Value.ShouldHaveSingleItem().ShouldBeOfType<Tagged>().Tags.ShouldBeEmpty();

    [Fact]
    public void As_many_and_as_long_tags_as_a_ticket_carries() =>
        Tag(Enumerable.Range(10, TicketNotes.MaxTags).Select(number => $"{number}".PadRight(TicketNotes.MaxTagLength, 'x'))).Refusal.ShouldBeNull();

    [Fact]
    public void No_more_tags_than_that() => Given(InHand())
        .When(ticket => TicketNotes.Tag(ticket, Enumerable.Range(0, TicketNotes.MaxTags + 1).Select(number => $"{number}"), One, Mon("13:00")))
        .ThenRefused(TicketRefusals.TooManyTags);

    [Fact]
    public void No_longer_tags_than_that() => Given(InHand())
        .When(ticket => TicketNotes.Tag(ticket, [new string('x', TicketNotes.MaxTagLength + 1)], One, Mon("13:00")))
        .ThenRefused(TicketRefusals.TooManyTags);

    [Theory]
    [InlineData("новый \t сервер")]
    [InlineData("\nновый\r\nсервер\u2028")]
    public void A_tag_is_one_line(string tag) =>
        Tag([tag]).Value.ShouldHaveSingleItem().ShouldBeOfType<Tagged>().Tags.ShouldBe(["новый сервер"]);

    [Fact]
    public void A_tag_that_no_store_can_carry_is_refused() => Given(InHand())
        .When(ticket => TicketNotes.Tag(ticket, ["касса", "a\0b"], One, Mon("13:00"))).ThenRefused(ConversationRefusals.TextMalformed);

    [Fact]
    public void A_torn_surrogate_is_no_tag() => Given(InHand())
        .When(ticket => TicketNotes.Tag(ticket, ["\ud83e"], One, Mon("13:00"))).ThenRefused(ConversationRefusals.TextMalformed);

    private static Decision<ITicketEvent[]> Tag(IEnumerable<string> tags) => TicketNotes.Tag(Fold(InHand()), tags, One, Mon("13:00"));
}
