using System.Globalization;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using iStom.Chat.Browser.Tests.Chromium;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>What the lifebuoy costs the page on which it stands before anybody clicks it.</summary>
internal sealed class HostPageCost : IRow
{
    private const int Slowdown = 4;

    /// <summary>From where on browsers call a task long.</summary>
    private const double LongTask = 50;

    private const double Least = 5;

    public string Number => "10";

    public string Against => "the limit; 4× CPU throttle, the same page without it in the notes";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        await using var pages = new HostPages();
        await using var chat = await ChatUnderTest.StartAsync(await bench.CreateDatabaseAsync(), pages.SiteOrigin);
        await pages.StartAsync(chat.Origin);
        await using var browser = new TestBrowser();
        await browser.InitializeAsync();
        await LoadAsync(browser, pages.WithLifebuoy, []);
        List<PageLoad> without = [], with = [];
        var longest = await Alternating.RunAsync(
            "longest task of the host page, ms", Goal.AtMost(1), () => LoadAsync(browser, pages.Without, without), () => LoadAsync(browser, pages.WithLifebuoy, with),
            rounds: bench.Count(full: 15, smoke: 1));
        return
        [
            longest with { Theirs = [LongTask], Note = $"with it {Text(with, load => load.Longest)}; without {Text(without, load => load.Longest)}; {longest.Note}" },
            new("main thread for the widget before the click, ms", [Least], [.. with.Select((load, i) => load.Busy - (without[i].Busy + without[i + 1].Busy) / 2)], Goal.AtMost(1),
                $"all tasks with it {Text(with, load => load.Busy)}; without {Text(without, load => load.Busy)}"),
            new("layout shift before the click", [1], [.. with.Select(load => load.Shift)], Goal.AtMost(0), $"without the widget {without.Max(load => load.Shift)}"),
        ];
    }

    /// <summary>A first visit.</summary>
    private static async Task<double> LoadAsync(TestBrowser browser, string address, List<PageLoad> loads)
    {
        await using var context = await browser.NewContextAsync();
        loads.Add(await PageLoad.MeasureAsync(context, address, Slowdown));
        return loads[^1].Longest;
    }

    private static string Text(IReadOnlyList<PageLoad> loads, Func<PageLoad, double> figure) => string.Create(
        CultureInfo.InvariantCulture, $"median {Statistics.Median([.. loads.Select(figure)]):0.0} ms, at most {loads.Max(figure):0.0} ms");
}
