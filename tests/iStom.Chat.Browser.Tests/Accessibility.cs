using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace iStom.Chat.Browser.Tests;

/// <summary>WCAG 2.2 AA, as far as axe can tell.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        // WCAG 2.5.8, which axe leaves out unless it is asked for.
        Rules = new(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Everything else is the same in both schemes.</summary>
    private static readonly AxeRunOptions Colours = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };

    /// <summary>No violation in the page nor in its frames, in light nor in dark.</summary>
    /// <param name="page">As the state left it.</param>
    /// <param name="state">Its name, for the report.</param>
    public static async Task ShouldBeAccessibleAsync(this IPage page, string state)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var frame in page.Frames)
            {
                // Half-faded text has no contrast of its own.
                await frame.EvaluateAsync("Promise.all(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished.catch(() => {})))");
            }

            var found = await page.RunAxe(scheme == ColorScheme.Light ? Rules : Colours);
            found.Violations.Select(Describe).ShouldBeEmpty($"{state}, {scheme}");
        }
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => $"{node.Html} ({string.Join(", ", node.Any.Concat(node.All).Select(check => check.Message))})"))}";
}
