using System.Text;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>Clinics, tariffs and the keys of other programs, as staff keep them on the desk.</summary>
public sealed class ClinicScreensTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true };

    [Fact]
    public async Task A_clinic_is_added_found_by_a_phone_and_changed()
    {
        var desk = await OpenAsync("clinics");
        await desk.ShouldBeAccessibleAsync("no clinics");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Добавить клинику" }).ClickAsync();
        await desk.GetByLabel("Название").FillAsync("Клиника «Первая»");
        await desk.GetByLabel("Тариф", new() { Exact = true }).SelectOptionAsync("Paid");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Добавить контакт" }).ClickAsync();
        await desk.GetByLabel("Имя").FillAsync("Администратор");
        await desk.GetByLabel("Телефоны через запятую").FillAsync("8 (495) 000-00-01, +7 495 000-00-02");
        await desk.ShouldBeAccessibleAsync("a new clinic");
        await SaveAsync(desk);
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Клиника «Первая»" })).ToBeFocusedAsync();
        await desk.ShouldBeAccessibleAsync("a clinic");

        await desk.GetByLabel("Заметки").FillAsync("Звонить после обеда");
        await SaveAsync(desk);
        await Expect(desk.GetByText("Сохранено.")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Клиники" }).First.ClickAsync();
        await desk.GetByRole(AriaRole.Searchbox).FillAsync("+7 (495) 000 00 02");

        await Expect(desk.GetByRole(AriaRole.Row).Filter(new() { HasText = "Клиника «Первая»" })).ToContainTextAsync("Paid");
        await desk.ShouldBeAccessibleAsync("found");
        await desk.GetByRole(AriaRole.Searchbox).FillAsync("нет такой");
        await Expect(desk.GetByText("Ничего не нашлось.")).ToBeVisibleAsync();
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_shown_before_it_is_applied_and_a_wrong_one_says_where()
    {
        var desk = await OpenAsync("clinics/import", Phone);
        await ChooseAsync(desk, "Номер;Название;Тариф\n1001;Первая;Paid\n1002;Вторая;Золотой\n");
        await Expect(desk.GetByText("Строка 3")).ToBeVisibleAsync();
        await Expect(desk.GetByText("Такого тарифа нет.")).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Применить" })).ToHaveCountAsync(0);
        await desk.ShouldBeAccessibleAsync("a wrong list");

        await ChooseAsync(desk, "Номер;Название;Тариф\n1001;Первая;Paid\n1002;Вторая;Standard\n");
        await Expect(desk.GetByText("Добавятся 2 клиники")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a list");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Применить" }).ClickAsync();

        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Вторая" })).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("clinics on a phone");
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tariff_is_changed_and_a_key_is_shown_once_and_taken_back()
    {
        var desk = await OpenAsync("tariffs");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Standard" }).ClickAsync();
        await desk.GetByLabel("Обучение").CheckAsync();
        await SaveAsync(desk);
        await Expect(desk.GetByText("Сохранено.")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a tariff");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Тарифы" }).First.ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Row).Filter(new() { HasText = "Standard" })).ToContainTextAsync("Обучение");
        await desk.ShouldBeAccessibleAsync("tariffs");

        await GoAsync(desk, "keys");
        await desk.GetByLabel("Название").FillAsync("Биллинг");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Создать ключ" }).ClickAsync();
        await Expect(desk.GetByText("istom_")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a key");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Отозвать ключ «Биллинг»" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("before it is taken back");
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Отозвать" }).ClickAsync();
        await Expect(desk.GetByText("отозван 23 ноября 2026")).ToBeVisibleAsync();
        await desk.ReloadAsync();
        await Expect(desk.GetByText("отозван 23 ноября 2026")).ToBeVisibleAsync();
        await Expect(desk.GetByText("istom_")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task They_speak_English_too()
    {
        var desk = await OpenAsync("me");
        await desk.GetByRole(AriaRole.Button, new() { Name = "EN" }).First.ClickAsync();
        foreach (var (place, heading) in ((string, string)[])[("clinics", "Clinics"), ("clinics/new", "New clinic"), ("clinics/import", "Import of clinics"), ("tariffs", "Tariffs"), ("keys", "API keys")])
        {
            await GoAsync(desk, place);
            await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeFocusedAsync();
            (await desk.Locator(".settings-page").InnerTextAsync()).ShouldNotMatch("[А-Яа-я]", place);
        }
    }

    private async Task<IPage> OpenAsync(string place, BrowserNewContextOptions? options = null)
    {
        var desk = await SignInAsync("Администратор", options, AgentRole.Administrator);
        await GoAsync(desk, place);
        return desk;
    }

    private static async Task GoAsync(IPage desk, string place) => await desk.EvaluateAsync("place => void (location.hash = `settings/${place}`)", place);

    private static Task SaveAsync(IPage desk) => desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();

    private static Task ChooseAsync(IPage desk, string csv) =>
        desk.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "clinics.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
}
