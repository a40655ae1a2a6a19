using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Queue;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>Who is served when (§1.2).</summary>
public sealed class QueueTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly Clinic Paying = new(new(Guid.NewGuid()), "Клиника 1", Tariff.Paid);

    [Fact]
    public async Task Restore_work_goes_first_then_what_is_at_risk_then_in_turn()
    {
        await Server.StoreAsync(Paying);
        await using var early = await TestVisitor.OpenAsync(Server);
        await using var late = await TestVisitor.OpenAsync(Server);
        await using var stopped = await TestVisitor.OpenAsync(Server);
        await using var paid = await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(Paying));
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await early.Send("Первый");
        Server.Clock.Advance(Duration.FromMinutes(1));
        await late.Send("Второй");
        Server.Clock.Advance(Duration.FromMinutes(1));
        await paid.Send("Платный");
        Server.Clock.Advance(Duration.FromMinutes(1));
        await stopped.Send("Всё стоит", RequestKind.WorkStopped);

        var queue = (await agent.Desk()).Queue;

        queue.Items.Select(item => item.Ticket.Preview).ShouldBe(["Всё стоит", "Платный", "Первый", "Второй"]);
        queue.Items.Select(item => item.Reason).ShouldBe(
            [QueueReason.RestoreWorkClaimed, QueueReason.DeadlineNear, QueueReason.InTurn, QueueReason.InTurn]);
        queue.Items.Select(item => item.Place).ShouldBe([1, 2, 3, 4]);
        var overtaken = await late.Tickets.Until(ticket => ticket.Place?.Ahead == 3);
        (overtaken.Number, overtaken.Place!.Critical).ShouldBe(("IS-2026-000002", 1));
        (await late.Join()).Ticket!.Place.ShouldBe(overtaken.Place, "asked for it is what was told");
        queue.Items[1].Ticket.Clinic!.Name.ShouldBe("Клиника 1");
    }

    [Fact]
    public async Task A_ticket_becomes_at_risk_by_the_passing_of_time()
    {
        await using var urgent = await TestVisitor.OpenAsync(Server);
        await using var question = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await question.Send("Вопрос");
        await urgent.Send("Установить", RequestKind.FirstInstallation);
        (await agent.Desk()).Queue.Items[0].Ticket.Preview.ShouldBe("Вопрос");

        Server.Clock.Advance(Duration.FromMinutes(60));

        var first = (await agent.Desk()).Queue.Items[0];
        (first.Ticket.Preview, first.Lane).ShouldBe(("Установить", Lane.AtRisk));
    }

    [Fact]
    public async Task Many_agents_press_at_once_and_each_ticket_is_taken_once()
    {
        const int Tickets = 50;
        var agents = await Task.WhenAll(Enumerable.Range(0, Tickets).Select(async i => Owned(await TestAgent.OnDutyAsync(Server, $"Сотрудник {i}"))));
        for (var i = 0; i < Tickets; i++)
        {
            await using var visitor = await TestVisitor.OpenAsync(Server);
            await visitor.Send($"Вопрос {i}");
        }

        var results = await Task.WhenAll(agents.Select(async agent =>
        {
            try
            {
                return (await agent.TakeNext()).Ticket.Number;
            }
            catch (Microsoft.AspNetCore.SignalR.HubException e)
            {
                return e.Message;
            }
        }));

        results.Where(result => result.StartsWith("IS-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, Tickets).Select(i => TicketNumber.Format(2026, i)));
        (await TestClient.RefusalOf(() => agents[0].TakeNext())).ShouldBe("queue-empty");
    }

    [Fact]
    public async Task A_ticket_that_a_colleague_has_is_refused_and_ones_own_is_given_again()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var one = await TestAgent.OnDutyAsync(Server);
        await using var two = await TestAgent.OnDutyAsync(Server);
        await visitor.Send("Вопрос");
        var ticket = (await one.TakeNext()).Ticket.Id;

        (await TestClient.RefusalOf(() => two.Take(ticket))).ShouldBe("already-taken");
        (await TestClient.RefusalOf(() => two.Reply(ticket, "Ответ"))).ShouldBe("not-your-ticket");
        (await TestClient.RefusalOf(() => two.TakeNext())).ShouldBe("queue-empty");
        (await TestClient.RefusalOf(() => two.Take(Guid.NewGuid()))).ShouldBe("ticket-not-found");
        (await one.Take(ticket)).Ticket.Id.ShouldBe(ticket);
    }

    [Fact]
    public async Task At_night_only_paid_support_is_served_and_only_paid_tickets()
    {
        await Server.StoreAsync(Paying);
        Server.Clock.Set(Moscow.At(2026, 11, 23, 22, 0));
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var paid = await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(Paying));
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await using var night = await TestAgent.OnDutyAsync(Server, "Дежурный", paidSupport: true);
        var question = await visitor.Send("Вопрос");
        await paid.Send("Платный");

        question.Ticket!.Promise!.CountsNow.ShouldBeFalse();
        (await TestClient.RefusalOf(() => agent.TakeNext())).ShouldBe("not-eligible");
        var taken = await night.TakeNext();
        taken.Ticket.Preview.ShouldBe("Платный");
        taken.Ticket.Promise!.Due.ShouldBe(Moscow.At(2026, 11, 23, 22, 15));
        (await TestClient.RefusalOf(() => night.TakeNext())).ShouldBe("queue-empty");
        (await agent.Desk()).Hours.ShouldBe(new(Moscow.At(2026, 11, 23, 22, 0), Open: false, Moscow.At(2026, 11, 24, 10, 0), ClosesAt: null, AgentsOnline: 2));
    }

    [Fact]
    public async Task The_desk_is_told_of_the_queue_without_asking()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);

        await visitor.Send("Вопрос");
        await agent.Queues.Until(queue => queue.Items is [{ Ticket.Preview: "Вопрос" }] && queue.Total == 1);
        await agent.TakeNext();

        await agent.Queues.Until(queue => queue.Total == 0 && agent.Queues.All.Any(earlier => earlier.Total == 1));
    }

    [Fact]
    public async Task The_queue_in_SQL_has_the_order_of_the_domain_at_every_instant()
    {
        var random = new Random(20261123);
        var kinds = new[] { RequestKind.Question, RequestKind.FirstInstallation, RequestKind.WorkStopped, RequestKind.Training };
        for (var i = 0; i < 60; i++)
        {
            await using var visitor = await TestVisitor.OpenAsync(Server);
            await visitor.Send($"Вопрос {i}", kinds[random.Next(kinds.Length)]);
            Server.Clock.Advance(Duration.FromMinutes(random.Next(3) * 7));
        }

        await ConfirmSomeAsync(random);
        var reader = Server.Services.GetRequiredService<QueueReader>();
        for (var hours = 0; hours < 60; hours += 5)
        {
            var now = RunningServer.MondayNoon + Duration.FromHours(hours);
            var (first, total) = await reader.ReadAsync(now, limit: 100, TestContext.Current.CancellationToken);
            total.ShouldBe(60);
            var expected = QueueOrder.Sort(first.Select(queued => queued.Entry).OrderBy(_ => random.Next()), now);
            first.Select(queued => queued.Entry.Number).ShouldBe(expected.Select(entry => entry.Number));
            foreach (var queued in first.Take(3).Append(first[^1]))
            {
                (await reader.PlaceAsync(queued.Row, now, TestContext.Current.CancellationToken)).ShouldBe(queued.Place with { Place = Math.Min(queued.Place.Place, QueueReader.LastPlace + 1), Critical = Math.Min(queued.Place.Critical, QueueReader.LastPlace) });
            }
        }
    }

    /// <summary>Many agents sign in from one address here.</summary>
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Limits:SignIns:Burst", "200");

    /// <summary>Through the store, as the desk's command comes with a later issue.</summary>
    private async Task ConfirmSomeAsync(Random random)
    {
        var agent = await Server.AddAgentAsync();
        var (first, _) = await Server.Services.GetRequiredService<QueueReader>().ReadAsync(Server.Clock.GetCurrentInstant(), 100, TestContext.Current.CancellationToken);
        foreach (var queued in first.Where(queued => queued.Place.Lane == Lane.Critical && random.Next(2) == 0))
        {
            var session = Server.Services.GetRequiredService<iStom.Chat.Server.Storage.IStore>().OpenSession();
            var ticket = (await session.LoadAsync<Ticket>(queued.Row.Ticket.Id.Value, TestContext.Current.CancellationToken))!;
            var confirmed = TicketClassification.Confirm(ticket.Value, agent.Id, PromiseClock.Default, Server.Clock.GetCurrentInstant());
            iStom.Chat.Server.Storage.SnapshotSession.Append(session, ticket.Value.Id.Value, ticket, confirmed.Value);
            await session.CommitAsync(TestContext.Current.CancellationToken);
        }
    }
}
