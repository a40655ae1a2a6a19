using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A Paid ticket at night: from the routes that an administrator sets to the desk of whoever is on duty.</summary>
public sealed class AlarmTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    private const string Program = "http://127.0.0.1:9";

    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Outbound:AllowedOrigins:0", Program);

    [Fact]
    public async Task Routes_are_set_tried_and_a_paid_ticket_at_night_is_on_the_desk_until_it_is_acknowledged()
    {
        Server.Clock.Set(Moscow.At(2026, 11, 23, 21, 0));
        var desk = await OpenSettingsAsync("alarms");
        await desk.ShouldBeAccessibleAsync("routes");
        await desk.GetByLabel("Внешней программе").First.CheckAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByText("Укажите адрес внешней программы.")).ToBeVisibleAsync();
        await desk.GetByLabel("Адрес (https)").FillAsync($"{Program}/alarm");
        await desk.GetByLabel("Повторять каждые, минут").FillAsync("3");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Dialog, new() { Name = "Секрет подписи" })).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a secret");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Готово" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Проверить связь" }).ClickAsync();
        await Expect(desk.GetByText("Не дошло: адрес не отвечает.")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a call that did not come through");

        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника 1", Tariff.Paid);
        await Server.StoreAsync(clinic);
        await using var visitor = await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(clinic));
        await visitor.Send("Платный вопрос");
        var accept = desk.GetByRole(AriaRole.Button, new() { Name = "Принято: IS-2026-000001" });
        await Expect(accept).ToBeVisibleAsync();
        await Expect(desk.GetByText("Ждёт платная заявка:")).ToBeVisibleAsync();
        (await desk.TitleAsync()).ShouldContain("Тревога");
        await desk.ShouldBeAccessibleAsync("an alarm");
        await desk.ReloadAsync();
        await Expect(accept).ToBeVisibleAsync();
        await accept.ClickAsync();
        await Expect(accept).ToHaveCountAsync(0);
        Server.Clock.Advance(Duration.FromMinutes(3));
        await desk.ReloadAsync();
        await Expect(Heading(desk, "Тревоги")).ToBeVisibleAsync();
        await Expect(accept).ToHaveCountAsync(0);
    }
}
