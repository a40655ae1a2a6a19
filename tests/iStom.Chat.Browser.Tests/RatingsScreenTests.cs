using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>What customers say of resolutions, read by those who lead.</summary>
public sealed class RatingsScreenTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task A_supervisor_reads_the_ratings_counts_them_filters_by_an_agent_and_goes_to_the_ticket()
    {
        await using var agent = await TestAgent.OnDutyAsync(Server, "Сотрудник 1");
        await using var other = await TestAgent.OnDutyAsync(Server, "Сотрудник 2");
        await RateAsync(agent, 5, "Разобрались за десять минут, спасибо");
        await RateAsync(other, 2, "Долго ждали, и пришлось объяснять дважды");
        await RateAsync(agent, 4, comment: null);

        var lead = await OpenSettingsAsync("ratings", AgentRole.Supervisor);
        await Expect(lead.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await Expect(lead.GetByRole(AriaRole.Img, new() { Name = "2 из 5" })).ToBeVisibleAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Посчитать за всё время" }).ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Row, new() { Name = "Сотрудник 1 2 4,5" })).ToBeVisibleAsync();
        await FitsAsync(lead, "ratings, counted");
        await lead.GetByRole(AriaRole.Row, new() { Name = "Сотрудник 2 1 2" }).GetByRole(AriaRole.Link).ClickAsync();
        var ratings = lead.GetByRole(AriaRole.Table, new() { Name = "Оценки клиентов" });
        await Expect(ratings.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await lead.SetViewportSizeAsync(360, 740);
        await FitsAsync(lead, "ratings of an agent on a phone");

        await ratings.GetByRole(AriaRole.Link, new() { Name = "IS-2026-000002" }).ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Log)).ToContainTextAsync("Вопрос 2");
        ConsoleErrors.ShouldBeEmpty();
    }

    private async Task RateAsync(TestAgent agent, int stars, string? comment)
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send($"Вопрос {stars}");
        var ticket = (await agent.Desk()).Queue.Items[0].Ticket.Id;
        await agent.Take(ticket);
        await agent.Reply(ticket, "Ответ");
        await agent.Resolve(ticket);
        await visitor.Rate(stars, comment);
    }
}
