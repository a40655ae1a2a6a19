using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>What tests of the settings' screens share.</summary>
public abstract class SettingsTest(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    protected static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true };

    protected static ILocator Heading(IPage desk, string name) => desk.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true, Level = 2 });

    /// <summary>Nothing sticks out sideways, and axe has nothing to say.</summary>
    protected static async Task FitsAsync(IPage desk, string state)
    {
        (await desk.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"{state}: nothing sticks out sideways");
        await desk.ShouldBeAccessibleAsync(state);
    }

    /// <summary>Somebody with this role at a place of the settings; '' is where the gear leads.</summary>
    protected async Task<IPage> OpenSettingsAsync(string place, AgentRole role = AgentRole.Administrator, BrowserNewContextOptions? options = null)
    {
        var desk = await SignInAsync("Администратор", options, role);
        await desk.EvaluateAsync($"location.hash = '#settings/{place}'");
        await Expect(desk.Locator(".settings").GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToBeVisibleAsync();
        return desk;
    }
}
