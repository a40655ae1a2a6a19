using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The phone, from the exchange's secret to the note: two members of the staff, a visitor, and an exchange.</summary>
public sealed class PhoneTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task A_visitor_asks_to_be_called_back_an_agent_calls_and_whoever_calls_us_is_known()
    {
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника 1", Tariff.Standard) { Contacts = [new("Регистратура", Role: null, ["123-45-67 доб. 5"], Email: null)] };
        await Server.Store.AddClinicAsync(clinic);
        await using var user = await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(clinic));
        var (administrator, secret) = await SetUpAsync();
        var (page, panel) = await OpenPanelAsync("i-stom", options: Phone);
        await WriteAsync(panel, "Не печатает чек");
        var agent = await SignInAsync("Сотрудник 1");
        await TakeNextAsync(agent);

        await panel.GetByText("уходите?").ClickAsync();
        await panel.GetByText("Попросить перезвонить").ClickAsync();
        var ask = panel.GetByRole(AriaRole.Button, new() { Name = "Попросить перезвонить" });
        await panel.GetByLabel("Номер телефона").FillAsync("7 65 43");
        await panel.GetByLabel("Когда удобно (по Москве)").SelectOptionAsync("Morning");
        await page.ShouldBeAccessibleAsync("asking to be called back");
        await ask.ClickAsync();
        await Expect(panel.GetByText("Проверьте номер")).ToBeVisibleAsync();
        await panel.GetByLabel("Номер телефона").FillAsync("8 (495) 765-43-21 доб. 12");
        await ask.ClickAsync();
        await Expect(panel.GetByText("Вы просили перезвонить: 8 (495) 765-43-21 доб. 12, с 10 до 13.")).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Log)).ToContainTextAsync("Вы просите перезвонить: 8 (495) 765-43-21 доб. 12");
        await page.ShouldBeAccessibleAsync("asked to be called back");

        var asked = agent.GetByTestId("callback");
        await Expect(asked.GetByRole(AriaRole.Link, new() { Name = "Позвонить 8 (495) 765-43-21 доб. 12" })).ToHaveAttributeAsync("href", "tel:+74957654321;ext=12");
        await Expect(agent.Locator(".queue-pane .row").First).ToContainTextAsync("перезвонить");
        await Expect(agent.GetByRole(AriaRole.Log)).ToContainTextAsync("Клиент просит перезвонить: 8 (495) 765-43-21 доб. 12, с 10 до 13");
        await agent.ShouldBeAccessibleAsync("a request to call back");
        await agent.GetByRole(AriaRole.Log).FocusAsync();
        await agent.Keyboard.PressAsync("l");
        var form = agent.GetByRole(AriaRole.Dialog);
        await Expect(form.GetByLabel("Номер")).ToHaveValueAsync("8 (495) 765-43-21 доб. 12");
        await Expect(form.GetByText("Это ответ клиенту")).ToBeVisibleAsync();
        await agent.ShouldBeAccessibleAsync("logging a call");
        await form.GetByLabel("Длительность").FillAsync("1:35");
        await form.GetByLabel("Что выяснили").FillAsync("Кабель выпал");
        await agent.Keyboard.PressAsync("Control+Enter");
        await Expect(form).ToHaveCountAsync(0);
        await Expect(agent.GetByTestId("call-note")).ToContainTextAsync("Исходящий звонок 8 (495) 765-43-21 доб. 12, 1:35 — Сотрудник 1");
        await Expect(agent.GetByTestId("call-note")).ToContainTextAsync("Кабель выпал");
        await Expect(asked).ToHaveCountAsync(0);
        await Expect(agent.Locator(".details .status")).ToHaveTextAsync("Ждём клиента");
        await Expect(panel.GetByText("Кабель выпал")).ToHaveCountAsync(0);

        await user.Send("Не открывается карта");
        await TellAsync(secret, """{"id":"1","from":"84951234567","state":"ringing"}""");
        await TellAsync(secret, """{"id":"2","from":"+4930123456","state":"ended","duration":0}""");
        foreach (var desk in new[] { agent, administrator })
        {
            await Expect(desk.GetByTestId("call")).ToHaveCountAsync(2);
        }

        var card = agent.GetByTestId("call").Filter(new() { HasText = "Звонят" });
        await Expect(card).ToContainTextAsync("+7 495 123-45-67 Регистратура");
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "Клиника 1" })).ToBeVisibleAsync();
        await Expect(agent.GetByTestId("call").Filter(new() { HasText = "Пропущенный звонок" })).ToContainTextAsync("Этот номер нам неизвестен.");
        await agent.ShouldBeAccessibleAsync("who calls");
        await agent.SetViewportSizeAsync(360, 740);
        await FitsAsync(agent, "who calls, on a phone");
        await agent.SetViewportSizeAsync(1280, 800);
        await card.GetByRole(AriaRole.Button, new() { Name = "Записать звонок в IS-2026-000002" }).ClickAsync();
        await Expect(form.GetByLabel("Номер")).ToHaveValueAsync("+7 495 123-45-67");
        await Expect(form.GetByLabel("клиент нам")).ToBeCheckedAsync();
        await form.GetByLabel("Что выяснили").FillAsync("Обновили браузер");
        await form.GetByRole(AriaRole.Button, new() { Name = "Записать звонок" }).ClickAsync();
        await Expect(agent.GetByTestId("call-note")).ToContainTextAsync("Входящий звонок +7 495 123-45-67");

        await Expect(administrator.GetByTestId("call")).ToHaveCountAsync(1);
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Новая заявка за клиента" }).ClickAsync();
        await Expect(administrator.GetByLabel("Телефон для связи")).ToHaveValueAsync("+4930123456");
        await administrator.GetByLabel("Что случилось").FillAsync("Спрашивают цены");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Открыть заявку" }).ClickAsync();
        await Expect(administrator.Locator(".details dl")).ToContainTextAsync("звонок");
        await Expect(agent.GetByTestId("call")).ToHaveCountAsync(0);
        // Browsers report by themselves what was refused on purpose.
        ConsoleErrors.Where(error => !error.Contains("400", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task<(IPage Administrator, string Secret)> SetUpAsync()
    {
        var desk = await OpenSettingsAsync("telephony");
        await FitsAsync(desk, "the exchange, not yet known");
        await desk.GetByLabel("Код города по умолчанию").FillAsync("8");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByText("Код города — от трёх до пяти цифр")).ToBeVisibleAsync();
        await desk.GetByLabel("Код города по умолчанию").FillAsync("495");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        var once = desk.GetByRole(AriaRole.Dialog, new() { Name = "Секрет телефонной станции" });
        var secret = await once.GetByRole(AriaRole.Listitem).TextContentAsync();
        await desk.ShouldBeAccessibleAsync("the exchange's secret");
        await once.GetByRole(AriaRole.Button, new() { Name = "Готово" }).ClickAsync();
        await Expect(desk.GetByText($"Секрет станции оканчивается на {secret![^4..]}.")).ToBeVisibleAsync();
        await desk.EvaluateAsync("location.hash = ''");
        return (desk, secret);
    }

    private async Task TellAsync(string secret, string call)
    {
        var seconds = Server.Clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{call}")));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{Server.Port}/api/calls") { Content = new StringContent(call, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Host = new Uri(Server.DeskOrigin).Authority;
        request.Headers.Add("X-iStom-Signature", $"t={seconds},v1={mac}");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
