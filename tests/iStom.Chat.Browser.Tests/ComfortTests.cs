using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>What makes a talk easier: quotes, emoji, the question of whoever leaves, and a panel on the side that the site wants.</summary>
public sealed class ComfortTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    [Fact]
    public async Task Both_sides_quote_and_pick_emoji_and_who_leaves_before_the_answer_is_asked_once()
    {
        var (site, panel) = await OpenPanelAsync("i-stom");
        await WriteAsync(panel, "Касса не печатает чек");
        var desk = await SignInAsync("Сотрудник");
        await TakeNextAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Ответить с цитатой: Касса не печатает чек" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Эмодзи" }).ClickAsync();
        await desk.GetByRole(AriaRole.Searchbox, new() { Name = "Найти эмодзи" }).FillAsync("чек");
        await desk.ShouldBeAccessibleAsync("the desk while a message is quoted and an emoji sought");
        await desk.Keyboard.PressAsync("Enter");
        await desk.Keyboard.TypeAsync(" проверьте бумагу");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(Messages(desk, "agent")).ToContainTextAsync("В ответ на: Посетитель Касса не печатает чек");

        var answer = Messages(panel, "agent");
        await Expect(answer).ToContainTextAsync("🧾 проверьте бумагу");
        await answer.GetByRole(AriaRole.Button, new() { Name = "В ответ на: Вы Касса не печатает чек" }).ClickAsync();
        await Expect(Messages(panel, "visitor")).ToBeFocusedAsync();
        await answer.GetByRole(AriaRole.Button, new() { Name = "Ответить с цитатой" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Эмодзи" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Group, new() { Name = "Лица" })).ToBeVisibleAsync();
        await site.ShouldBeAccessibleAsync("the panel while a message is quoted and emoji are shown");
        await panel.GetByRole(AriaRole.Button, new() { Name = "хорошо, палец вверх" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox).PressAsync("Enter");
        await Expect(Messages(panel, "visitor").Last).ToContainTextAsync("проверьте бумагу");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();

        var close = panel.GetByRole(AriaRole.Button, new() { Name = "Закрыть чат" });
        await close.ClickAsync();
        await Expect(panel.GetByText("Уйдёте раньше ответа?")).ToBeVisibleAsync();
        await site.ShouldBeAccessibleAsync("the question of who leaves");
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Электронная почта" }).FillAsync("visitor@example.org");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Оставить" }).ClickAsync();
        await Expect(panel.GetByText("Сохранили. Спасибо!")).ToBeVisibleAsync();
        await close.ClickAsync();
        await Expect(site.Locator("iframe")).ToBeHiddenAsync();
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lifebuoy_and_panel_are_in_view_on_either_side_also_of_a_page_that_is_written_from_right_to_left()
    {
        var (site, panel) = await OpenPanelAsync("i-stom", options: new() { ViewportSize = new() { Width = 1000, Height = 700 } });
        foreach (var (direction, position) in new[] { ("ltr", "right"), ("ltr", "left"), ("rtl", "right"), ("rtl", "left") })
        {
            await site.EvaluateAsync("([dir, position]) => { document.documentElement.dir = dir; istomChat('update', { position }); }", new object[] { direction, position });
            foreach (var part in new[] { site.GetByRole(AriaRole.Button, new() { Name = "Чат поддержки" }), site.Locator("iframe") })
            {
                var box = (await part.BoundingBoxAsync())!;
                var (left, right) = (box.X, 1000 - box.X - box.Width);
                (position == "right" ? right : left).ShouldBe(20, 15.5, $"{direction}, {position}: a scroll bar may be beside it");
                (box.Y >= 0 && box.Y + box.Height <= 700 && box.X >= 0 && right >= 0).ShouldBeTrue($"{direction}, {position}");
            }

            var (title, close) = ((await panel.GetByRole(AriaRole.Heading, new() { Name = "Поддержка iStom" }).BoundingBoxAsync())!, (await panel.GetByRole(AriaRole.Button, new() { Name = "Закрыть чат" }).BoundingBoxAsync())!);
            close.X.ShouldBeGreaterThan(title.X, "the panel speaks Russian, whatever the page does");
            (await site.EvaluateAsync<string>("getComputedStyle(document.querySelector('istom-chat').shadowRoot.querySelector('button')).direction")).ShouldBe("ltr");
            (await site.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth")).ShouldBeTrue($"{direction}, {position}: nothing makes the page wider");
        }
    }
}
