using System.Text.RegularExpressions;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>From the invitation to the colleague at the desk, and how people prove who they are.</summary>
public sealed class PeopleTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true };

    private string? _account;

    [Fact]
    public async Task Who_is_invited_sets_a_password_and_is_at_the_desk_with_the_rights_of_the_invitation()
    {
        var desk = await OpenAsync("people", "Сотрудники");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Пригласить" }).ClickAsync();
        await desk.GetByLabel("Электронная почта").FillAsync("new@example.org");
        await desk.GetByLabel("Имя").FillAsync("Новый сотрудник");
        await desk.ShouldBeAccessibleAsync("inviting");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Создать ссылку" }).ClickAsync();
        var link = await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Listitem).TextContentAsync();
        await desk.ShouldBeAccessibleAsync("a link");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Готово" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Отозвать: new@example.org" })).ToBeVisibleAsync();

        var invited = await NewPageAsync(await NewContextAsync(Phone));
        await invited.GotoAsync(link!);
        await Expect(invited.GetByText("Вас пригласили с адресом new@example.org")).ToBeVisibleAsync();
        new Uri(invited.Url).Fragment.ShouldBeEmpty("the secret leaves the address");
        await invited.ShouldBeAccessibleAsync("accepting");
        await invited.GetByLabel("Пароль", new() { Exact = true }).FillAsync("password2026");
        await invited.GetByRole(AriaRole.Button, new() { Name = "Создать учётную запись" }).ClickAsync();
        await Expect(invited.GetByText("Такой пароль угадают одним из первых")).ToBeVisibleAsync();
        await invited.ShouldBeAccessibleAsync("a password that is refused");
        await invited.GetByLabel("Пароль", new() { Exact = true }).FillAsync("gravelwombatteal");
        await invited.GetByRole(AriaRole.Button, new() { Name = "Создать учётную запись" }).ClickAsync();

        await SignInAsync(invited, "new@example.org", "gravelwombatteal");
        await Expect(invited.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" })).ToBeVisibleAsync();
        var secret = link!.Split('/').Last();
        Requests.ShouldNotContain(url => url.Contains(secret, StringComparison.Ordinal), "no server was told the secret in an address");
        await invited.GotoAsync("about:blank");
        await invited.GotoAsync(link!);
        await Expect(invited.GetByText("Эта ссылка больше не действует")).ToBeVisibleAsync();
        await invited.ShouldBeAccessibleAsync("a used link");
    }

    [Fact]
    public async Task Who_has_lost_their_password_gets_a_link_sets_a_new_one_and_signs_in_with_it()
    {
        var account = await Server.AddAgentAsync("Сотрудник 7");
        var desk = await OpenAsync("people", "Сотрудники");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Администратор" }).ClickAsync();
        await Expect(desk.GetByText("попросите другого администратора")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Сотрудники" }).First.ClickAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Сотрудник 7" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Ссылка для нового пароля" }).ClickAsync();
        var link = (await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Listitem).TextContentAsync())!;
        await desk.ShouldBeAccessibleAsync("a link to a new password");

        var hers = await NewPageAsync(await NewContextAsync(Phone));
        await hers.GotoAsync(link);
        await Expect(hers.GetByText($"Для учётной записи {account.Email}")).ToBeVisibleAsync();
        new Uri(hers.Url).Fragment.ShouldBeEmpty("the secret leaves the address");
        await hers.ShouldBeAccessibleAsync("a new password");
        await hers.GetByLabel("Пароль", new() { Exact = true }).FillAsync("gravelwombatteal");
        await hers.GetByRole(AriaRole.Button, new() { Name = "Задать пароль" }).ClickAsync();
        await Expect(hers.GetByText("Забыли пароль?")).ToBeVisibleAsync();
        await SignInAsync(hers, account.Email, "gravelwombatteal");
        await Expect(hers.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" })).ToBeVisibleAsync();
        Requests.ShouldNotContain(url => url.Contains(link.Split('/').Last(), StringComparison.Ordinal), "no server was told the secret in an address");
        await hers.GotoAsync("about:blank");
        await hers.GotoAsync(link);
        await Expect(hers.GetByText("Эта ссылка больше не действует")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Rights_are_changed_and_an_account_is_ended()
    {
        var account = await Server.AddAgentAsync("Сотрудник 7");
        var desk = await OpenAsync("people", "Сотрудники");
        await desk.ShouldBeAccessibleAsync("people");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Сотрудник 7" }).ClickAsync();
        await desk.GetByLabel("старший смены").CheckAsync();
        await desk.GetByLabel("Заявок одновременно").FillAsync("4");
        await desk.ShouldBeAccessibleAsync("a person");
        await SaveAsync(desk);
        await desk.GetByLabel("Заявок одновременно").FillAsync("5");
        await Expect(desk.GetByText("Сохранено.")).ToHaveCountAsync(0);
        await SaveAsync(desk);

        await desk.GetByRole(AriaRole.Link, new() { Name = "Сотрудники" }).First.ClickAsync();
        var row = desk.GetByRole(AriaRole.Row, new() { NameRegex = new Regex(account.Email) });
        await Expect(row).ToContainTextAsync("сотрудник, старший смены");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Сотрудник 7" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Отключить" }).ClickAsync();
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Отключить" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Включить снова" })).ToBeVisibleAsync();

        var hers = await NewPageAsync(await NewContextAsync());
        await hers.GotoAsync($"{Server.DeskOrigin}/desk");
        await SignInAsync(hers, account.Email, RunningServer.Password);
        await Expect(hers.GetByText("Эту учётную запись отключил администратор.")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "EN" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Enable again" })).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a person in English");
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_by_itself()
    {
        var desk = await OpenAsync("security", "Вход и безопасность");
        var device = await desk.Context.NewCDPSessionAsync(desk);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new(StringComparer.Ordinal)
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await desk.GetByRole(AriaRole.Button, new() { Name = "Добавить ключ" }).ClickAsync();
        await desk.GetByLabel("Как назвать").FillAsync("Рабочий ноутбук");
        await desk.GetByLabel("Пароль ещё раз").FillAsync(RunningServer.Password);
        await desk.ShouldBeAccessibleAsync("adding a passkey");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Добавить ключ" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Удалить: Рабочий ноутбук" })).ToBeVisibleAsync();

        await desk.Context.ClearCookiesAsync();
        await desk.GotoAsync($"{Server.DeskOrigin}/desk");
        await desk.ReloadAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Войти с ключом доступа" }).ClickAsync();

        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_authenticator_app_is_set_up_and_its_code_is_asked_for(bool onPhone)
    {
        var desk = await OpenAsync("security", "Вход и безопасность", onPhone ? Phone : null);
        await desk.ShouldBeAccessibleAsync("security");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Включить" }).ClickAsync();
        await desk.GetByLabel("Пароль ещё раз").FillAsync(RunningServer.Password);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Включить" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Img, new() { Name = "Код для приложения" })).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("the app's picture");
        (await desk.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing sticks out sideways");
        var secret = (await desk.Locator("p.secret").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await desk.GetByRole(AriaRole.Textbox, new() { Name = "Код из приложения" }).FillAsync("000000");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Подтвердить" }).ClickAsync();
        await Expect(desk.GetByText("Код не подошёл.")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Textbox, new() { Name = "Код из приложения" }).FillAsync(AppCode.Of(secret, Server.Clock.GetCurrentInstant()));
        await desk.GetByRole(AriaRole.Button, new() { Name = "Подтвердить" }).ClickAsync();
        var codes = desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Listitem);
        await Expect(codes).ToHaveCountAsync(10);
        await desk.ShouldBeAccessibleAsync("recovery codes");
        var recovery = await codes.First.TextContentAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранил" }).ClickAsync();

        await desk.Context.ClearCookiesAsync();
        await desk.GotoAsync($"{Server.DeskOrigin}/desk");
        await desk.ReloadAsync();
        await SignInAsync(desk, _account!, RunningServer.Password);
        await Expect(desk.GetByLabel("Код из приложения или код восстановления")).ToBeFocusedAsync();
        await desk.ShouldBeAccessibleAsync("the second step");
        await desk.Keyboard.TypeAsync(recovery!);
        await desk.Keyboard.PressAsync("Enter");

        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" })).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(string place, string heading, BrowserNewContextOptions? options = null)
    {
        _account = (await Server.AddAgentAsync("Администратор", paidSupport: false, AgentRole.Administrator)).Email;
        var desk = await NewPageAsync(await NewContextAsync(options));
        await desk.GotoAsync($"{Server.DeskOrigin}/desk");
        await SignInAsync(desk, _account, RunningServer.Password);
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" })).ToBeVisibleAsync();
        await desk.EvaluateAsync($"location.hash = '#settings/{place}'");
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true, Level = 2 })).ToBeVisibleAsync();
        return desk;
    }

    /// <summary>It is said that it is saved, and the account is read anew, so that the next change is of the newest.</summary>
    private static async Task SaveAsync(IPage desk)
    {
        await desk.RunAndWaitForResponseAsync(
            () => desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync(),
            answer => answer.Request.Method == "GET" && answer.Url.EndsWith("/api/agents", StringComparison.Ordinal) && answer.Ok);
        await Expect(desk.GetByText("Сохранено.")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GetByLabel("Электронная почта").FillAsync(email);
        await page.GetByLabel("Пароль").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти", Exact = true }).ClickAsync();
    }
}
