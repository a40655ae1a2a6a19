using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Regulation.MoscowTime;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;

namespace iStom.Chat.Domain.Tests.Tickets;

public class TicketOpeningTests
{
    private static readonly Instant Noon = Mon("12:00");

    [Fact]
    public void A_question_waits_two_working_days()
    {
        var ticket = Open(RequestKind.Question, Clean, Opened(Noon), Waits(Noon));
        ticket.Status.ShouldBe(TicketStatus.Waiting);
        ticket.Level.ShouldBe(SupportLevel.Standard);
        ticket.Criticality.ShouldBe(Criticality.Normal);
        ticket.Wait!.Promise.Due.ShouldBe(Wed("12:00"));
        ticket.Assignee.ShouldBeNull();
    }

    [Theory]
    [InlineData(RequestKind.WorkStopped)]
    [InlineData(RequestKind.CriticalError)]
    public void A_claim_counts_from_the_moment_it_is_made(RequestKind kind)
    {
        var ticket = Open(kind, Clean, Claimed(Noon, kind));
        ticket.Criticality.ShouldBe(Criticality.Claimed);
        ticket.HasUndecidedClaim.ShouldBeTrue();
        ticket.Kind.ShouldBe(kind);
        ticket.Wait!.Promise.Due.ShouldBe(Mon("14:00"));
    }

    [Fact]
    public void Whoever_had_two_claims_rejected_is_heard_but_an_agent_decides_first()
    {
        var ticket = Open(RequestKind.WorkStopped, Doubted, ClaimedInDoubt(Noon));
        ticket.Criticality.ShouldBe(Criticality.Normal);
        ticket.HasUndecidedClaim.ShouldBeTrue();
        ticket.Claim.ShouldBe(new Claim(RequestKind.WorkStopped, Noon, Customer, Counts: false));
        ticket.Kind.ShouldBe(RequestKind.Question);
        ticket.Wait!.Promise.Due.ShouldBe(Wed("12:00"));
    }

    [Fact]
    public void One_rejected_claim_is_not_held_against_anybody() =>
        Open(RequestKind.WorkStopped, Clean with { RejectedLately = 1 }, Claimed(Noon)).Criticality.ShouldBe(Criticality.Claimed);

    [Fact]
    public void A_second_claim_beside_an_open_one_waits_for_an_agents_word() =>
        Open(RequestKind.WorkStopped, OneOpen, ClaimedInDoubt(Noon)).Criticality.ShouldBe(Criticality.Normal);

    [Fact]
    public void A_first_installation_is_urgent_without_being_restore_work()
    {
        var ticket = Open(RequestKind.FirstInstallation, Clean, Opened(Noon, RequestKind.FirstInstallation), WaitsUrgently(Noon));
        ticket.Level.ShouldBe(SupportLevel.Urgent);
        ticket.Criticality.ShouldBe(Criticality.Normal);
        ticket.HasUndecidedClaim.ShouldBeFalse();
    }

    [Fact]
    public void Out_of_scope_has_a_promise_too_since_a_person_declines_in_time()
    {
        var ticket = Open(RequestKind.OutOfScope, Clean, Opened(Noon, RequestKind.OutOfScope), Waits(Noon));
        ticket.Scope.ShouldBe(Scope.NotServed);
        ticket.Wait!.Promise.Due.ShouldBe(Wed("12:00"));
    }

    [Theory]
    [InlineData(RequestKind.Training, Criticality.Normal)]
    [InlineData(RequestKind.WorkStopped, Criticality.Claimed)]
    public void On_a_paid_plan_everything_is_a_quarter_of_an_hour_even_at_night(RequestKind kind, Criticality criticality)
    {
        var decision = TicketOpening.Open(Opened(Mon("03:00"), kind), Tariff.Paid, Clean, Clock);
        var ticket = TicketSpec.Fold(decision.Value);
        ticket.Level.ShouldBe(SupportLevel.Paid);
        ticket.Criticality.ShouldBe(criticality);
        Show(ticket.Wait!.Promise.Due).ShouldBe("2026-11-16 03:15:00");
    }

    [Fact]
    public void A_mail_counts_from_its_arrival_in_the_mailbox()
    {
        var (arrived, fetched) = (Mon("18:00"), Tue("10:30"));
        var events = TicketOpening.Open(Opened(fetched) with { Channel = Channel.Email }, Tariff.Standard, Clean, Clock, since: arrived).Value;
        events[^1].ShouldBe(new WaitStarted(Tariff.Standard, Standard(arrived), fetched));
        TicketSpec.Fold(events).Wait!.Start.ShouldBe(arrived);
        TicketSpec.Fold(events).OpenedAt.ShouldBe(fetched);
    }

    [Fact]
    public void A_mail_server_whose_clock_is_fast_gives_no_time_away() =>
        TicketSpec.Fold(TicketOpening.Open(Opened(Noon), Tariff.Standard, Clean, Clock, since: Mon("12:10")).Value).Wait!.Start.ShouldBe(Noon);

    [Fact]
    public void A_ticket_after_a_closed_one_is_linked_to_it() =>
        TicketSpec.Fold(Opened(Noon) with { Follows = Other }).Follows.ShouldBe(Other);

    [Fact]
    public void The_number_has_year_and_serial()
    {
        TicketNumber.Format(2026, 123).ShouldBe("IS-2026-000123");
        TicketNumber.Format(2027, 1_234_567).ShouldBe("IS-2027-1234567");
    }

    private static Ticket Open(RequestKind kind, ClaimHistory history, params ITicketEvent[] events)
    {
        TicketOpening.Open(Opened(Noon, kind), Tariff.Standard, history, Clock).Value.ShouldBe(events);
        return TicketSpec.Fold(events);
    }
}
