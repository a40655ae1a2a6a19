using iStom.Chat.Domain.Regulation;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

public class TariffTests
{
    [Theory]
    [InlineData(RequestKind.Question, SupportLevel.Standard, Scope.Served, Scope.Served)]
    [InlineData(RequestKind.FirstInstallation, SupportLevel.Urgent, Scope.Served, Scope.Served)]
    [InlineData(RequestKind.WorkStopped, SupportLevel.Urgent, Scope.Served, Scope.Served)]
    [InlineData(RequestKind.CriticalError, SupportLevel.Urgent, Scope.Served, Scope.Served)]
    [InlineData(RequestKind.Training, SupportLevel.Standard, Scope.OfferPaid, Scope.Served)]
    [InlineData(RequestKind.ModuleSetup, SupportLevel.Standard, Scope.OfferPaid, Scope.Served)]
    [InlineData(RequestKind.WindowsHelp, SupportLevel.Standard, Scope.OfferPaid, Scope.Served)]
    [InlineData(RequestKind.OutOfScope, SupportLevel.Standard, Scope.NotServed, Scope.NotServed)]
    [InlineData(RequestKind.DevelopmentRequest, SupportLevel.Standard, Scope.Served, Scope.Served)]
    public void Plan_and_kind_decide_level_and_scope(RequestKind kind, SupportLevel onStandard, Scope standard, Scope paid)
    {
        Tariff.Standard.LevelOf(kind).ShouldBe(onStandard);
        Tariff.Standard.ScopeOf(kind).ShouldBe(standard);
        Tariff.Paid.LevelOf(kind).ShouldBe(SupportLevel.Paid);
        Tariff.Paid.ScopeOf(kind).ShouldBe(paid);
    }

    [Fact]
    public void Every_kind_is_in_the_table_above() =>
        typeof(TariffTests).GetMethod(nameof(Plan_and_kind_decide_level_and_scope))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Length
            .ShouldBe(Enum.GetValues<RequestKind>().Length);

    [Fact]
    public void A_tariff_may_serve_less_than_its_plan_could()
    {
        var narrow = new Tariff("Narrow", SupportPlan.Standard, [RequestKind.Question]);
        narrow.ScopeOf(RequestKind.WorkStopped).ShouldBe(Scope.OfferPaid);
        narrow.LevelOf(RequestKind.WorkStopped).ShouldBe(SupportLevel.Urgent);
    }

    [Fact]
    public void What_a_paid_tariff_leaves_out_has_nothing_to_be_offered()
    {
        var narrow = new Tariff("Narrow", SupportPlan.Paid, [RequestKind.Question]);
        narrow.ScopeOf(RequestKind.WindowsHelp).ShouldBe(Scope.NotServed);
    }

    [Fact]
    public void Nothing_outside_of_the_product_is_served_even_if_a_tariff_lists_it() =>
        new Tariff("Odd", SupportPlan.Paid, [RequestKind.OutOfScope])
            .ScopeOf(RequestKind.OutOfScope).ShouldBe(Scope.NotServed);
}
