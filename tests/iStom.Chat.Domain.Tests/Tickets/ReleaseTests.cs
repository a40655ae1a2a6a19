using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>A version came out that brings what a ticket waits for.</summary>
public class ReleaseTests
{
    private static readonly DevelopmentItemId Item = new(new("00000000-0000-0000-0000-0000000000d1"));
    private static readonly ReleaseId Release = new(new("00000000-0000-0000-0000-0000000000d2"));
    private static readonly ITicketEvent[] Told = [.. Answered(), new HandedToDevelopment(Actor.Of(One), Mon("13:00"), Item, "Касса"), new ReleaseTold(Release, "7.6", Tue("12:00"))];

    [Fact]
    public void A_customer_is_told_once_of_each_version_and_that_is_no_reaction()
    {
        var ticket = Given([.. InHand(), new HandedToDevelopment(Actor.Of(One), Mon("13:00"), Item, "Касса")])
            .When(ticket => TicketEnding.TellOfRelease(ticket, Release, "7.6", Tue("12:00"))).Then(new ReleaseTold(Release, "7.6", Tue("12:00")));
        (ticket.Status, ticket.IsAsked, ticket.Wait).ShouldBe((TicketStatus.InProgress, true, Fold(InHand()).Wait));
        TicketEnding.TellOfRelease(ticket, Release, "7.6", Tue("12:01")).Value.ShouldBeEmpty();
        Given(Closed()).When(closed => TicketEnding.TellOfRelease(closed, Release, "7.6", Tue("12:00"))).ThenNothingNew();
    }

    [Fact]
    public void That_it_helped_resolves_the_ticket()
    {
        var ticket = Given(Told).When(ticket => TicketFeedback.Answer(ticket, helped: true, Tariff.Standard, Clock, Tue("13:00")))
            .Then(new TicketResolved(Resolution.ByVisitor, Customer, Tue("13:00")), new ResolutionAnswered(Helped: true, Tue("13:00")));
        (ticket.Status, ticket.Helped, ticket.IsAsked).ShouldBe((TicketStatus.Resolved, true, false));
    }

    [Fact]
    public void That_it_helped_resolves_nothing_over_another_question()
    {
        var ticket = Given([.. InHand(), new ReleaseTold(Release, "7.6", Tue("12:00"))])
            .When(ticket => TicketFeedback.Answer(ticket, helped: true, Tariff.Standard, Clock, Tue("13:00"))).Then(new ResolutionAnswered(Helped: true, Tue("13:00")));
        ticket.Wait.ShouldNotBeNull();
        TicketFeedback.Answer(ticket, helped: true, Tariff.Standard, Clock, Tue("13:01")).Value.ShouldBeEmpty();
    }

    [Fact]
    public void That_it_did_not_help_sends_it_back_to_the_queue_and_so_does_a_message()
    {
        ITicketEvent[] reopened = [new TicketReopened(Customer, Tue("13:00")), new TicketReleased(One, ReleaseReason.Reopened, Actor.Desk, Tue("13:00")), Waits(Tue("13:00"))];
        Given(Told).When(ticket => TicketFeedback.Answer(ticket, helped: false, Tariff.Standard, Clock, Tue("13:00"))).Then([new ResolutionAnswered(Helped: false, Tue("13:00")), .. reopened])
            .Status.ShouldBe(TicketStatus.Waiting);
        var ticket = Given(Told).When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Tue("13:00"))).Then(reopened);
        (ticket.Status, ticket.IsAsked).ShouldBe((TicketStatus.Waiting, false));
    }
}
