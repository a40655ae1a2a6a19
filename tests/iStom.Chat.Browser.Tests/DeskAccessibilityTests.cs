using System.Text.RegularExpressions;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>Every state of the desk, for those who do not see it or have no mouse.</summary>
public sealed class DeskAccessibilityTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    [Fact]
    public async Task From_signing_in_to_an_empty_queue()
    {
        var desk = await SignInAsync("Сотрудник 1");
        await desk.ShouldBeAccessibleAsync("empty");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Выйти" }).ClickAsync();
        await Expect(desk.GetByLabel("Пароль")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("signed out");
    }

    [Fact]
    public async Task The_queue_its_dialogs_and_its_alarms()
    {
        await using var visitor = await WaitingVisitorsAsync();
        var desk = await SignInAsync("Сотрудник 1");
        await desk.GetByTestId("queue-item").First.ClickAsync();
        await Expect(desk.GetByText("Клиент сообщил: «Работа встала»").First).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("reading a claim");
        foreach (var key in (string[])["c", "v", "?"])
        {
            await desk.Keyboard.PressAsync(key);
            await Expect(desk.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await desk.ShouldBeAccessibleAsync($"dialog on {key}");
            await desk.Keyboard.PressAsync("Escape");
            await Expect(desk.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        Server.Clock.Advance(Duration.FromMinutes(110));
        await desk.ReloadAsync();
        await Expect(desk.GetByText("Подходит срок:")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a deadline comes near");
    }

    [Fact]
    public async Task A_ticket_in_hand_answered_resolved_and_without_a_connection()
    {
        await using var visitor = await WaitingVisitorsAsync();
        var desk = await SignInAsync("Сотрудник 1");
        await TakeNextAsync(desk);
        await NoteAsync(desk, "Заметка");
        await desk.GetByRole(AriaRole.Textbox).FillAsync("Начало заметки");
        await desk.ShouldBeAccessibleAsync("writing a note");
        await ReplyAsync(desk, "Ответ");
        await Expect(Messages(desk, "agent")).ToContainTextAsync("Доставлено");
        await desk.ShouldBeAccessibleAsync("answered");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Передать…" }).ClickAsync();
        await desk.ShouldBeAccessibleAsync("transferring");
        await desk.Keyboard.PressAsync("Escape");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Решена" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Открыть снова" })).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("resolved");
        await Server.DisposeAsync();
        await Expect(desk.GetByText("Нет связи")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("offline");
    }

    [Fact]
    public async Task On_a_phone_one_pane_at_a_time()
    {
        await using var visitor = await WaitingVisitorsAsync();
        var desk = await SignInAsync("Сотрудник 1", new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true });
        await TakeNextAsync(desk);
        await ShowsAsync(desk, "Очередь", desk.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" }));
        await ShowsAsync(desk, "Переписка", desk.GetByRole(AriaRole.Textbox));
        await ShowsAsync(desk, "Заявка", desk.GetByTestId("ticket-number"));
        await desk.ShouldBeAccessibleAsync("a ticket on a phone");
    }

    [Fact]
    public async Task On_a_phone_a_claim_is_declined_the_kind_changed_and_the_ticket_answered_and_resolved()
    {
        await using var visitor = await WaitingVisitorsAsync();
        var desk = await SignInAsync("Сотрудник 1", new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true });
        await TakeNextAsync(desk);
        await ShowsAsync(desk, "Заявка", desk.GetByRole(AriaRole.Button, new() { Name = "Передать…" }));
        await desk.GetByRole(AriaRole.Button, new() { Name = "Отклонить…" }).TapAsync();
        await desk.GetByLabel("почему").FillAsync("Программа открывается");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Отклонить", Exact = true }).TapAsync();
        await Expect(desk.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await desk.GetByRole(AriaRole.Button, new() { Name = "сменить" }).TapAsync();
        await desk.GetByRole(AriaRole.Radio, new() { Name = "Обучение" }).CheckAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сменить вид" }).TapAsync();
        await Expect(desk.GetByText("предложить платную")).ToBeVisibleAsync();

        await desk.GetByRole(AriaRole.Button, new() { Name = "Клавиши" }).TapAsync();
        await Expect(desk.GetByRole(AriaRole.Dialog)).ToBeInViewportAsync(new() { Ratio = 1 });
        await desk.GetByRole(AriaRole.Button, new() { Name = "Закрыть" }).TapAsync();

        await ShowsAsync(desk, "Переписка", desk.GetByRole(AriaRole.Textbox));
        await ReplyAsync(desk, "Покажем завтра.");
        await ShowsAsync(desk, "Заявка", desk.GetByRole(AriaRole.Button, new() { Name = "Решена" }));
        await desk.GetByRole(AriaRole.Button, new() { Name = "Решена" }).TapAsync();
        await ShowsAsync(desk, "Переписка", desk.GetByRole(AriaRole.Button, new() { Name = "Открыть снова" }));
    }

    [Fact]
    public async Task On_a_phone_what_is_said_covers_nothing_that_it_is_said_of()
    {
        await using var visitor = await WaitingVisitorsAsync();
        var desk = await SignInAsync("Сотрудник 1", new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true });
        await TakeNextAsync(desk);
        await Expect(desk.Locator(".talk-head")).ToBeVisibleAsync();
        await desk.Context.SetOfflineAsync(offline: true);

        var said = await BoxOfAsync(desk.GetByText("Нет связи. Ответы"));
        var heading = await BoxOfAsync(desk.Locator(".talk-head"));
        (said.Y + said.Height).ShouldBeLessThanOrEqualTo(heading.Y);
        await desk.ShouldBeAccessibleAsync("offline on a phone");
    }

    private static async Task<LocatorBoundingBoxResult> BoxOfAsync(ILocator part)
    {
        await Expect(part).ToBeVisibleAsync();
        return (await part.BoundingBoxAsync())!;
    }

    private static async Task ShowsAsync(IPage desk, string pane, ILocator part)
    {
        await desk.GetByRole(AriaRole.Navigation, new() { Name = "Части рабочего места" }).GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{pane}") }).ClickAsync();
        await Expect(part).ToBeVisibleAsync();
        (await desk.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"{pane}: nothing sticks out sideways");
        await desk.ShouldBeAccessibleAsync($"phone, {pane}");
    }

    /// <summary>One who says that work has stopped, and one who asks.</summary>
    private async Task<TestVisitor> WaitingVisitorsAsync()
    {
        var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Программа не открывается, приём стоит.", RequestKind.WorkStopped);
        await using var other = await TestVisitor.OpenAsync(Server);
        await other.Send("Как добавить кресло?");
        return visitor;
    }
}
