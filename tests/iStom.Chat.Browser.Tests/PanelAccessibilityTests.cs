using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The host page with the panel in every state, looked at by axe.</summary>
public sealed class PanelAccessibilityTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private readonly List<string> _violations = [];

    public enum Look
    {
        Light,
        Dark,
        Phone,
    }

    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Limits:ConnectionsPerVisitor", "1");

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.Phone)]
    public async Task No_state_of_the_panel_breaks_a_rule(Look look)
    {
        var (page, panel) = await OpenPanelAsync("i-stom", options: OptionsOf(look));
        await Expect(panel.GetByTestId("offered-promise")).ToBeVisibleAsync();
        await CheckAsync(page, "empty");

        await panel.GetByRole(AriaRole.Button, new() { Name = "изменить" }).ClickAsync();
        await panel.GetByRole(AriaRole.Radio, new() { Name = "Серьёзная ошибка" }).CheckAsync();
        await CheckAsync(page, "kinds open");

        await WriteAsync(panel, "Нет связи с облаком, см. https://cloud.i-stom.ru");
        await Expect(panel.GetByTestId("promise")).ToContainTextAsync("Ответим сегодня до 14:00");
        await CheckAsync(page, "sent");

        await panel.GetByText("почему?").ClickAsync();
        await CheckAsync(page, "why open");

        await WriteAsync(panel, "Знак, которого не бывает: \u0001");
        await Expect(panel.GetByText("Не отправлено")).ToBeVisibleAsync();
        await CheckAsync(page, "failed");

        await page.Context.SetOfflineAsync(offline: true);
        await Expect(NoConnection(panel)).ToBeVisibleAsync();
        await WriteAsync(panel, "Пишу без связи");
        await CheckAsync(page, "offline");

        await page.Context.SetOfflineAsync(offline: false);
        await Expect(NoConnection(panel)).ToBeHiddenAsync();
        var desk = await SignInAsync("Сотрудник М");
        await TakeNextAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Отклонить…" }).ClickAsync();
        await desk.GetByLabel("почему").FillAsync("Связь есть: см. https://support.i-stom.ru");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Отклонить", Exact = true }).ClickAsync();
        await Expect(panel.GetByText("Связь есть")).ToBeVisibleAsync();
        await CheckAsync(page, "declined");
        await panel.GetByText("дело срочное?").ClickAsync();
        await Expect(panel.GetByText("Срок пойдёт сразу")).ToBeVisibleAsync();
        await CheckAsync(page, "claiming");
        await ReplyAsync(desk, "Проверьте, пожалуйста.");
        await Expect(Messages(panel, "agent")).ToHaveCountAsync(1);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Решена" }).ClickAsync();
        await Expect(panel.GetByText("решена. Если вопрос остался")).ToBeVisibleAsync();
        await CheckAsync(page, "resolved");

        var (another, crowded) = await OpenPanelAsync("cloud", page.Context);
        await Expect(crowded.GetByText("слишком многих вкладках")).ToBeVisibleAsync();
        await CheckAsync(another, "too many tabs");

        _violations.ShouldBeEmpty();
    }

    /// <summary>Whether the tab may be closed meanwhile depends on whether this Chromium lets a frame of another site keep something.</summary>
    private static ILocator NoConnection(IFrameLocator panel) => panel.GetByText(new Regex("^Нет связи\\."));

    private static BrowserNewContextOptions OptionsOf(Look look) => look switch
    {
        Look.Dark => new() { ColorScheme = ColorScheme.Dark },
        Look.Phone => new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true },
        _ => new(),
    };

    /// <summary>Notes what breaks a rule, and sees to it that the panel was looked at, not the page alone.</summary>
    private async Task CheckAsync(IPage page, string state)
    {
        var found = await page.RunAxe();
        found.Passes.SelectMany(rule => rule.Nodes).ShouldContain(node => node.Html.Contains("class=\"panel\"", StringComparison.Ordinal), state);
        _violations.AddRange(found.Violations.Select(rule => $"{state}: {rule.Id} ({rule.Help}) {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"));
    }
}
