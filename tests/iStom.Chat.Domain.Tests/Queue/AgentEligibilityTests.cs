using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
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
}
