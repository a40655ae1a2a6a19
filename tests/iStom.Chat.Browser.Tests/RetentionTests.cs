using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Server.Privacy;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>How long conversations are kept: what that means is shown and asked about before anything goes.</summary>
public sealed class RetentionTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task Times_are_tried_confirmed_and_what_has_gone_is_listed()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        await using var agent = await TestAgent.OnDutyAsync(Server);
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await agent.Reply(ticket, "Ответ");
        await agent.Resolve(ticket);
        Server.Clock.Advance(Duration.FromDays(31));
        var desk = await OpenSettingsAsync("retention", options: Phone);
        await FitsAsync(desk, "retention, off");
        await desk.GetByLabel("Разговоры, дней").FillAsync("10");
        await Expect(desk.GetByText("подсчитать не получилось")).ToBeVisibleAsync();
        await desk.GetByLabel("Разговоры, дней").FillAsync("30");
        await Expect(desk.GetByRole(AriaRole.Definition).First).ToHaveTextAsync("1");
        await FitsAsync(desk, "a preview");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByText("будут стёрты разговоры клиентов: 1")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("asked");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Стирать" }).ClickAsync();
        await Expect(desk.GetByText("Сохранено.")).ToBeVisibleAsync();

        await using var scope = Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunRetention(), TestContext.Current.CancellationToken);
        await desk.ReloadAsync();

        await Expect(desk.GetByRole(AriaRole.Row).Last).ToContainTextAsync("1");
        await FitsAsync(desk, "a run");
    }
}
