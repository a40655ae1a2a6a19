using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>§4.1 as a visitor and two agents do it: with a code of TeamViewer's, and with the visitor's own id.</summary>
public sealed class RemoteSupportTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private readonly int _port = FreePort.Find();

    protected override void Configure(IWebHostBuilder builder) => builder
        .UseSetting("TeamViewer:Address", $"http://127.0.0.1:{_port}/")
        .UseSetting("Outbound:AllowedOrigins:0", $"http://127.0.0.1:{_port}");

    [Fact]
    public async Task An_agent_looks_at_the_visitors_screen_with_their_consent_and_a_colleague_sees_that_and_not_how()
    {
        await using var service = await ScriptedTeamViewer.StartAsync(_port);
        var desk = await SignInAsync("Ирина", role: AgentRole.Administrator);
        await SetUpAsync(desk);
        var (site, panel) = await OpenPanelAsync("i-stom", options: new() { ViewportSize = new() { Width = 390, Height = 780 }, HasTouch = true, IsMobile = true });
        await WriteAsync(panel, "Не печатает чек");
        await TakeNextAsync(desk);

        await desk.Locator("body").PressAsync("Escape");
        await desk.GetByRole(AriaRole.Log).FocusAsync();
        await desk.Keyboard.PressAsync("u");
        await desk.GetByLabel("Зачем подключаетесь").FillAsync("Настроить печать чеков");
        await desk.ShouldBeAccessibleAsync("the dialog that invites");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Пригласить", Exact = true }).ClickAsync();
        var card = panel.GetByTestId("remote-card");
        await Expect(card).ToContainTextAsync("Ирина (ООО «Айстом»)");
        await Expect(card).ToContainTextAsync("Настроить печать чеков");
        await Expect(card).ToContainTextAsync("s12-345-001");
        await Expect(card.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "https://get.teamviewer.com/v15/s12345001");
        await site.ShouldBeAccessibleAsync("the card with a code");
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Подключение началось" })).ToBeDisabledAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Согласен, подключайтесь" }).ClickAsync();

        await Expect(desk.GetByText("Клиент согласен.")).ToBeVisibleAsync();
        await Expect(desk.Locator("dialog code")).ToHaveTextAsync("s12-345-001");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Подключение началось" }).ClickAsync();
        await Expect(card).ToContainTextAsync("Ирина у вашего экрана.");
        await desk.ShouldBeAccessibleAsync("the dialog of a session");

        var colleague = await SignInAsync("Пётр");
        await colleague.GotoAsync($"{Server.DeskOrigin}/desk#ticket/{await TicketAsync()}");
        await Expect(colleague.GetByText("Ирина на связи с компьютером клиента").First).ToBeVisibleAsync();
        await Expect(colleague.GetByText("s12-345-001")).ToHaveCountAsync(0);
        await Expect(colleague.GetByRole(AriaRole.Button, new() { Name = "Подключиться…" })).ToHaveCountAsync(0);

        Server.Clock.Advance(Duration.FromMinutes(25));
        await desk.GetByRole(AriaRole.Button, new() { Name = "Закончить подключение" }).ClickAsync();
        await Expect(panel.GetByText("Подключение закончено, длилось 25 минут")).ToBeVisibleAsync();
        await Expect(card).Not.ToContainTextAsync("s12-345-001");
        await Expect(colleague.GetByText("Подключение закончено, длилось 25 мин — Ирина").First).ToBeVisibleAsync();

        await desk.GetByLabel("Зачем подключаетесь").FillAsync("Проверить ещё раз");
        await desk.GetByLabel("Попросить у клиента его ID").CheckAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Пригласить", Exact = true }).ClickAsync();
        await panel.GetByLabel("Ваш ID в TeamViewer").FillAsync("1 098 765 432");
        await panel.GetByLabel("Пароль").FillAsync("kanareika7");
        await site.ShouldBeAccessibleAsync("the card that asks for an id");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Согласен, подключайтесь" }).ClickAsync();
        await Expect(panel.GetByText("Здесь их больше не видно.")).ToBeVisibleAsync();
        await Expect(desk.Locator("dialog code").First).ToHaveTextAsync("1098765432");
        await Expect(desk.Locator("dialog code").Last).ToHaveTextAsync("kanareika7");
        await Expect(colleague.GetByText("kanareika7")).ToHaveCountAsync(0);
        ConsoleErrors.ShouldBeEmpty();
    }

    private static async Task SetUpAsync(IPage desk)
    {
        await desk.GotoAsync(new Uri(desk.Url).GetLeftPart(UriPartial.Path) + "#settings/remote");
        await desk.GetByLabel("Название компании на карточке").FillAsync("ООО «Айстом»");
        await desk.GetByLabel("Токен Web API").FillAsync(ScriptedTeamViewer.Token);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByText("Токен задан, оканчивается на QrSt.")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Проверить связь" }).ClickAsync();
        await Expect(desk.GetByText("TeamViewer принял токен.")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("the settings of remote support");
        await desk.GotoAsync(new Uri(desk.Url).GetLeftPart(UriPartial.Path) + "#");
    }

    private async Task<Guid> TicketAsync()
    {
        await using var command = Server.Database.CreateCommand("select id from mt_doc_ticket");
        return (Guid)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
