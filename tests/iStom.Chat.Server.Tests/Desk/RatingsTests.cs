using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Privacy;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>Those who lead read what customers say of resolutions, and of what the manual did.</summary>
public sealed class RatingsTests(TestDatabase databases) : ServerTest(databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ratings_come_newest_first_page_by_page_by_agent_mark_and_period_and_are_counted_by_agent()
    {
        var (first, second) = (Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник 1")), Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник 2")));
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        var oldest = await RatedAsync(first, 5, "Быстро", helped: true);
        Server.Clock.Advance(Duration.FromHours(1));
        var noon = Server.Clock.GetCurrentInstant();
        var middle = await RatedAsync(second, 2, comment: null, helped: null);
        Server.Clock.Advance(Duration.FromHours(1));
        var newest = await RatedAsync(first, 4, "Долго ждали", helped: true);

        var page = await ReadAsync(lead, "?limit=2");
        page.Items.Select(line => (line.Ticket, line.Stars, line.Comment, line.Helped, line.AgentName))
            .ShouldBe([(newest, 4, "Долго ждали", true, "Сотрудник 1"), (middle, 2, null, null, "Сотрудник 2")]);
        (await ReadAsync(lead, $"?limit=2&before={page.Next}")).ShouldSatisfyAllConditions(rest => rest.Items.Select(line => line.Ticket).ShouldBe([oldest]), rest => rest.Next.ShouldBeNull());
        (await ReadAsync(lead, $"?agent={page.Items[0].Agent}")).Items.Select(line => line.Ticket).ShouldBe([newest, oldest]);
        (await ReadAsync(lead, "?stars=2")).Items.Select(line => line.Ticket).ShouldBe([middle]);
        (await ReadAsync(lead, $"?since={noon}")).Items.Select(line => line.Ticket).ShouldBe([newest, middle]);
        (await ReadAsync(lead, $"?until={noon}")).Items.Select(line => line.Ticket).ShouldBe([oldest]);

        var counted = await lead.GetAsync("/api/ratings/summary");
        counted.EnumerateArray().Select(each => (each.GetProperty("name").GetString(), each.GetProperty("count").GetInt32(), each.GetProperty("average").GetDecimal(), each.GetProperty("helped").GetInt32()))
            .ShouldBe([("Сотрудник 1", 2, 4.5m, 2), ("Сотрудник 2", 1, 2m, 0)]);
        (await lead.GetAsync($"/api/ratings/summary?since={noon}")).GetArrayLength().ShouldBe(2);
        (await lead.RefusalAsync(HttpMethod.Get, "/api/ratings?stars=6")).ShouldBe("rating-out-of-range");
    }

    [Fact]
    public async Task What_was_said_of_an_erased_visitors_ticket_is_masked_and_the_mark_stays()
    {
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        var ticket = await RatedAsync(agent, 1, "Это Мария из регистратуры", helped: null);
        var visitor = (await agent.Open(ticket)).Ticket.VisitorId;

        await Server.Services.GetRequiredService<IMediator>().Send(
            new EraseVisitor(new AgentCaller(new(Guid.NewGuid()), "Сотрудник 2", [AgentRole.Administrator], PaidSupport: false, Language.Russian), new(visitor)), Cancellation);

        (await ReadAsync(lead, "")).Items.Select(line => (line.Stars, line.Comment)).ShouldBe([(1, PersonalDataAttribute.Erased)]);
    }

    private async Task<Guid> RatedAsync(TestAgent agent, int stars, string? comment, bool? helped)
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send("Вопрос");
        var ticket = (await agent.Desk()).Queue.Items[0].Ticket.Id;
        await agent.Take(ticket);
        await agent.Reply(ticket, "Ответ");
        await agent.Resolve(ticket);
        if (helped is { } said)
        {
            await visitor.Helped(said);
        }

        await visitor.Rate(stars, comment);
        return ticket;
    }

    private static async Task<Page> ReadAsync(TestAgent lead, string query) => (await lead.GetAsync($"/api/ratings{query}")).Deserialize<Page>(JsonSerializerOptions.Web)!;

    private sealed record Page(IReadOnlyList<Line> Items, Guid? Next);

    private sealed record Line(Guid Ticket, int Stars, string? Comment, bool? Helped, Guid? Agent, string? AgentName);
}
