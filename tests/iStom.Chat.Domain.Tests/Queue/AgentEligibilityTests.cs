using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Queue;

public class AgentEligibilityTests
{
    [Theory]
    [InlineData(SupportLevel.Standard, false, true, true)]
    [InlineData(SupportLevel.Urgent, false, true, true)]
    [InlineData(SupportLevel.Paid, false, true, true)]
    [InlineData(SupportLevel.Standard, true, true, true)]
    [InlineData(SupportLevel.Urgent, true, true, true)]
    [InlineData(SupportLevel.Paid, true, true, true)]
    [InlineData(SupportLevel.Standard, false, false, false)]
    [InlineData(SupportLevel.Urgent, false, false, false)]
    [InlineData(SupportLevel.Paid, false, false, false)]
    [InlineData(SupportLevel.Standard, true, false, false)]
    [InlineData(SupportLevel.Urgent, true, false, false)]
    [InlineData(SupportLevel.Paid, true, false, true)]
    public void Outside_working_hours_paid_tickets_go_to_paid_staff_and_nothing_else_to_anybody(
        SupportLevel level, bool hasPaidSupport, bool inWorkingHours, bool mayTake) =>
        AgentEligibility.MayTake(level, hasPaidSupport, inWorkingHours).ShouldBe(mayTake);

    [Theory]
    [InlineData(Availability.Online, false, null)]
    [InlineData(Availability.Online, true, null)]
    [InlineData(Availability.PaidDuty, true, SupportLevel.Paid)]
    [InlineData(Availability.PaidDuty, false, null)]
    public void In_working_hours_the_next_is_any_ticket_and_on_paid_duty_a_paid_one(Availability availability, bool hasPaidSupport, SupportLevel? next) =>
        AgentEligibility.NextFor(availability, hasPaidSupport, inWorkingHours: true).Value.ShouldBe(next);

    [Fact]
    public void Outside_them_the_next_is_a_paid_ticket_for_paid_staff()
    {
        AgentEligibility.NextFor(Availability.Online, hasPaidSupport: true, inWorkingHours: false).Value.ShouldBe(SupportLevel.Paid);
        AgentEligibility.NextFor(Availability.Online, hasPaidSupport: false, inWorkingHours: false).Refusal.ShouldBe(TicketRefusals.NotEligible);
    }

    [Fact]
    public void Who_is_away_gets_no_next_ticket() =>
        AgentEligibility.NextFor(Availability.Away, hasPaidSupport: true, inWorkingHours: true).Refusal.ShouldBe(TicketRefusals.Away);
}
