using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>What a visitor is told before sending is what they get by sending.</summary>
public sealed class KindTests(TestDatabase databases) : ServerTest(databases)
{
    [Theory]
    [InlineData(RequestKind.Question)]
    [InlineData(RequestKind.FirstInstallation)]
    [InlineData(RequestKind.WorkStopped)]
    [InlineData(RequestKind.CriticalError)]
    [InlineData(RequestKind.Training)]
    public async Task The_promise_shown_before_sending_is_the_promise_given(RequestKind kind)
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var offer = (await visitor.Kinds()).Single(offered => offered.Kind == kind);

        var ticket = (await visitor.Send("Помогите", kind)).Ticket!;

        (ticket.Level, ticket.Promise!.Due, ticket.Promise.Start, ticket.Promise.Remaining)
            .ShouldBe((offer.Level, offer.Promise.Due, offer.Promise.Start, offer.Promise.Remaining));
        ticket.Criticality.ShouldBe(offer.Confirmation == Confirmation.Later ? Criticality.Claimed : Criticality.Normal);
    }

    [Fact]
    public async Task Every_kind_is_offered_with_what_it_means_for_this_visitor()
    {
        var offers = (await Owned(await TestVisitor.OpenAsync(Server)).Kinds()).ToDictionary(offer => offer.Kind);

        offers.Keys.ShouldBe(Enum.GetValues<RequestKind>(), ignoreOrder: true);
        offers[RequestKind.Question].Promise.Due.ShouldBe(Moscow.At(2026, 11, 25, 12, 0));
        offers[RequestKind.WorkStopped].Promise.Due.ShouldBe(Moscow.At(2026, 11, 23, 14, 0));
        offers[RequestKind.WorkStopped].Confirmation.ShouldBe(Confirmation.Later);
        offers[RequestKind.FirstInstallation].Confirmation.ShouldBe(Confirmation.None);
        offers[RequestKind.Training].Scope.ShouldBe(Scope.OfferPaid);
        offers[RequestKind.OutOfScope].Scope.ShouldBe(Scope.NotServed);
    }

    [Fact]
    public async Task While_one_claim_is_open_another_is_offered_only_as_a_question_that_staff_decide()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send("Всё встало", RequestKind.WorkStopped);

        var offer = (await visitor.Kinds()).Single(offered => offered.Kind == RequestKind.CriticalError);

        offer.Confirmation.ShouldBe(Confirmation.First);
        offer.Level.ShouldBe(SupportLevel.Standard);
        offer.Promise.Due.ShouldBe(Moscow.At(2026, 11, 25, 12, 0));
    }

    [Fact]
    public async Task A_clinic_that_pays_for_support_is_promised_fifteen_minutes_for_every_kind()
    {
        var clinic = new Clinic(new(Guid.CreateVersion7()), "Клиника", Tariff.Paid);
        await Server.StoreAsync(clinic);
        var visitor = Owned(await TestVisitor.OpenAsync(Server, key: await Server.AddVerifiedVisitorAsync(clinic)));

        var offers = await visitor.Kinds();

        offers.ShouldAllBe(offer => offer.Level == SupportLevel.Paid && offer.Promise.Due == Moscow.At(2026, 11, 23, 12, 15));
    }
}
