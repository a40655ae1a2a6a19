using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The whole main job in a real browser: one visitor on two of the sites, one agent.</summary>
public sealed class MainJobTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    [Fact]
    public async Task A_click_on_the_lifebuoy_becomes_an_answered_ticket()
    {
        var (site, panel) = await OpenPanelAsync("i-stom");
        var desk = await SignInAsync("Сотрудник 1");

        await WriteAsync(panel, "Как добавить кресло?");

        await Expect(panel.GetByTestId("ticket-number").First).ToContainTextAsync("IS-2026-000001");
        await Expect(panel.GetByTestId("promise")).ToContainTextAsync("Ответим до среды 25 ноября, 12:00 (МСК)");
        await Expect(panel.GetByTestId("place")).ToContainTextAsync("Вы следующий в очереди");

        await Expect(desk.GetByTestId("queue-item")).ToContainTextAsync("Как добавить кресло?");
        await TakeNextAsync(desk);
        await Expect(panel.GetByText("Отвечает Сотрудник 1")).ToBeVisibleAsync();

        await NoteAsync(desk, "Спросить про лицензию");
        await ReplyAsync(desk, "В разделе «Кресла» нажмите плюс.");
        await Expect(Messages(panel, "agent")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("В разделе «Кресла»")]);
        await Expect(desk.GetByTestId("note")).ToContainTextAsync("Спросить про лицензию");

        // The same browser on another of the sites has the same thread; the panel there remembers by itself.
        var (_, elsewhere) = await OpenPanelAsync("cloud", site.Context);
        await Expect(Messages(elsewhere, "agent")).ToHaveCountAsync(1);
        await WriteAsync(elsewhere, "Получилось, спасибо!");
        await Expect(Messages(panel, "visitor")).ToHaveCountAsync(2);
        await Expect(Messages(desk, "visitor")).ToHaveCountAsync(2);

        await ReplyAsync(desk, "Рады помочь.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Решена" }).ClickAsync();
        await Expect(panel.GetByText("Заявка IS-2026-000001 решена")).ToBeVisibleAsync();

        await Expect(panel.GetByText("Спросить про лицензию")).ToHaveCountAsync(0);
        await Expect(elsewhere.GetByText("Спросить про лицензию")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task After_a_reload_the_visitor_finds_everything_again()
    {
        var (site, panel) = await OpenPanelAsync("support");
        await WriteAsync(panel, "Первое сообщение");
        await Expect(panel.GetByTestId("ticket-number").First).ToContainTextAsync("IS-2026-000001");

        await site.ReloadAsync();

        panel = await ShowPanelAsync(site);
        await Expect(Messages(panel, "visitor")).ToHaveCountAsync(1);
        await Expect(panel.GetByTestId("promise")).ToContainTextAsync("Ответим до");
    }

    [Fact]
    public async Task What_looks_like_markup_is_text_on_both_sides()
    {
        var (site, panel) = await OpenPanelAsync("i-stom");
        var desk = await SignInAsync("Сотрудник 1");
        const string Attack = "<img src=x onerror=\"document.title='взломано'\"><script>1</script>";

        await WriteAsync(panel, Attack);
        await TakeNextAsync(desk);

        await Expect(Messages(panel, "visitor")).ToContainTextAsync(Attack);
        await Expect(Messages(desk, "visitor")).ToContainTextAsync(Attack);
        (await desk.TitleAsync()).ShouldNotContain("взломано");
        (await site.TitleAsync()).ShouldNotContain("взломано");
    }

    [Fact]
    public async Task Nothing_is_fetched_from_a_foreign_host_and_nothing_breaks_a_policy()
    {
        var (site, panel) = await OpenPanelAsync("i-stom");
        var desk = await SignInAsync("Сотрудник 1");
        await WriteAsync(panel, "Вопрос");
        await TakeNextAsync(desk);
        await Expect(Messages(desk, "visitor")).ToHaveCountAsync(1);

        Requests.ShouldAllBe(url => new Uri(url).Host.EndsWith(".localhost", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
        Requests.Select(url => new Uri(url)).Where(url => url.Query.Length > 0).Select(url => url.Query)
            .ShouldAllBe(query => query.StartsWith("?site=", StringComparison.Ordinal) || query.StartsWith("?locale=", StringComparison.Ordinal));
        ConsoleErrors.ShouldBeEmpty();
        (await site.Locator("iframe").CountAsync()).ShouldBe(1);
    }
}
