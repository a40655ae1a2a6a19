using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Agents;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>What agents say of themselves, and what follows from it.</summary>
public sealed class AvailabilityTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly Clinic Paying = new(new(new("00000000-0000-7000-8000-0000000000aa")), "Клиника", Tariff.Paid);

    [Fact]
    public async Task Who_is_away_is_seen_by_colleagues_and_counted_by_nobody()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var maria = await TestAgent.OnDutyAsync(Server, "Сотрудник М");
        await using var pavel = await TestAgent.OnDutyAsync(Server, "Сотрудник П");

        var answered = await maria.SetAvailability(Availability.Away);

        answered.Select(one => (one.Name, one.Availability)).ShouldBe([("Сотрудник М", Availability.Away), ("Сотрудник П", Availability.Online)]);
        (await pavel.Presence.Until(present => present.Any(one => one.Availability == Availability.Away))).Count.ShouldBe(2);
        (await pavel.Desk()).Hours.AgentsOnline.ShouldBe(1);
        (await visitor.Join()).Desk.AgentsOnline.ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_away_gets_no_next_ticket_until_they_are_back()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await visitor.Send("Вопрос");
        await agent.SetAvailability(Availability.Away);

        (await TestClient.RefusalOf(() => agent.TakeNext())).ShouldBe("you-are-away");
        (await agent.Desk()).Queue.Total.ShouldBe(1);
        await agent.SetAvailability(Availability.Online);

        (await agent.TakeNext()).Ticket.Preview.ShouldBe("Вопрос");
    }

    [Fact]
    public async Task A_customer_who_waits_for_somebody_away_returns_to_the_queue_although_the_desk_is_open()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        var promised = (await visitor.Send("Вопрос")).Ticket!.Promise!;
        await agent.TakeNext();
        await agent.SetAvailability(Availability.Away);

        (await KeepAsync()).ShouldBe(0);
        Server.Clock.Advance(TicketAssignment.AwayLimit + Duration.FromSeconds(1));
        (await KeepAsync()).ShouldBe(1);

        (await agent.Desk()).Queue.Items.ShouldHaveSingleItem().Ticket.Promise!.Due.ShouldBe(promised.Due);
    }

    [Fact]
    public async Task What_an_agent_says_holds_after_they_have_come_back()
    {
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await agent.SetAvailability(Availability.Away);
        var again = Owned(new TestAgent(Server) { Cookie = agent.Cookie });
        await agent.DisposeAsync();

        await again.Connect();

        (await again.Desk()).Present.ShouldHaveSingleItem().Availability.ShouldBe(Availability.Away);
    }

    [Fact]
    public async Task On_paid_duty_the_next_is_a_paid_ticket_by_day_too()
    {
        await Server.StoreAsync(Paying);
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var paid = await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(Paying));
        await using var agent = await TestAgent.OnDutyAsync(Server, "Дежурный", paidSupport: true);
        await agent.SetAvailability(Availability.PaidDuty);
        await visitor.Send("Обычный");

        (await TestClient.RefusalOf(() => agent.TakeNext())).ShouldBe("queue-empty");
        await paid.Send("Платный");

        (await agent.TakeNext()).Ticket.Level.ShouldBe(SupportLevel.Paid);
    }

    [Fact]
    public async Task Paid_duty_is_for_those_with_the_right_to_paid_support()
    {
        await using var agent = await TestAgent.OnDutyAsync(Server);

        (await TestClient.RefusalOf(() => agent.SetAvailability(Availability.PaidDuty))).ShouldBe("not-eligible");
        (await TestClient.RefusalOf(() => agent.SetAvailability((Availability)7))).ShouldBe("unknown-availability");
        (await agent.Desk()).Present.ShouldHaveSingleItem().Availability.ShouldBe(Availability.Online);
    }

    private async Task<int> KeepAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepPresence(), TestContext.Current.CancellationToken)).Value;
    }
}
