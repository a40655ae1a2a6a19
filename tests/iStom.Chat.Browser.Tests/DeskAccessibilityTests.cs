using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
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
}
