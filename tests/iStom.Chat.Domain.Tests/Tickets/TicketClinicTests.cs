using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>An address speaks for a clinic; a person decides.</summary>
public class TicketClinicTests
{
    private static readonly ClinicId Clinic = new(Guid.Empty);

    private static ITicketEvent[] Proposed => [.. InHand(), new ClinicProposed(Clinic, "Клиника 1", Mon("12:06"))];

    [Fact]
    public void A_proposal_decides_nothing_until_it_is_confirmed_and_the_open_wait_keeps_what_it_began_with()
    {
        Fold(Proposed).Clinic.ShouldBeNull();
        var ticket = Given(Proposed).When(ticket => TicketClinics.Confirm(ticket, One, Mon("12:10"))).Then(new ClinicConfirmed(Clinic, One, Mon("12:10")));
        (ticket.Clinic, ticket.Wait!.Promise).ShouldBe((Clinic, Fold(Proposed).Wait!.Promise));
        TicketClinics.Confirm(ticket, Two, Mon("12:11")).Value.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_confirmed_may_be_declined_after_all()
    {
        var ticket = Given([.. Proposed, new ClinicConfirmed(Clinic, One, Mon("12:10"))]).When(ticket => TicketClinics.Decline(ticket, Two, Mon("12:12"))).Then(new ClinicDeclined(Clinic, Two, Mon("12:12")));
        ticket.Clinic.ShouldBeNull();
        TicketClinics.Decline(ticket, One, Mon("12:13")).Value.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_decided_that_no_address_proposes_or_on_a_ticket_that_is_over()
    {
        TicketClinics.Confirm(Fold(InHand()), One, Mon("12:10")).Refusal.ShouldBe(TicketRefusals.NoClinicProposed);
        TicketClinics.Decline(Fold([.. Proposed, new TicketResolved(Resolution.ByAgent, Actor.Of(One), Mon("12:30"))]), One, Mon("12:31")).Refusal.ShouldBe(TicketRefusals.NotLive);
    }
}
