using System.Globalization;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using iStom.Chat.Browser.Tests.Chromium;
using Microsoft.Playwright;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>From the click on the lifebuoy to a panel that greets and takes text, in a real browser.</summary>
internal sealed class ClickToPanel : IRow
{
    private const double Limit = 300;
    private static readonly Goal Goal = Goal.AtMost(2);

    public string Number => "click";

    public string Against => "a static page of the same bytes in an iframe";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        await using var pages = new HostPages();
        await using var chat = await ChatUnderTest.StartAsync(await bench.CreateDatabaseAsync(), pages.SiteOrigin);
        await pages.StartAsync(chat.Origin);
        await using var browser = new TestBrowser();
        await browser.InitializeAsync();
        await using var ours = await browser.NewContextAsync(Russian);
        await using var theirs = await browser.NewContextAsync(Russian);
        pages.Fill(await LeastBytesAsync(browser, pages));
        await PanelOpening.MeasureAsync(ours, pages.WithLifebuoy);
        await PanelOpening.MeasureAsync(theirs, pages.WithStaticPage);
        var rounds = bench.Count(full: 20, smoke: 1);
        return
        [
            await MeasureAsync("empty cache", rounds, pages, address => FirstVisitAsync(browser, address)),
            await MeasureAsync("warm cache", rounds, pages, address => PanelOpening.MeasureAsync(address == pages.WithLifebuoy ? ours : theirs, address)),
        ];
    }

    private static BrowserNewContextOptions Russian => new() { Locale = "ru-RU" };

    /// <summary>What comes after a panel that can be used is there already when a slow machine counts: hence the least of some.</summary>
    private static async Task<int> LeastBytesAsync(TestBrowser browser, HostPages pages)
    {
        const int Tries = 3;
        var least = int.MaxValue;
        for (var i = 0; i < Tries; i++)
        {
            least = Math.Min(least, (await FirstVisitAsync(browser, pages.WithLifebuoy)).Bytes);
        }

        return least;
    }

    private static async Task<PanelOpening> FirstVisitAsync(TestBrowser browser, string address)
    {
        await using var context = await browser.NewContextAsync(Russian);
        return await PanelOpening.MeasureAsync(context, address);
    }

    private static async Task<Measure> MeasureAsync(string cache, int rounds, HostPages pages, Func<string, Task<PanelOpening>> open)
    {
        var opened = new List<PanelOpening>();
        var measure = await Alternating.RunAsync($"click to usable panel, {cache}, ms", Goal, async () => (await open(pages.WithStaticPage)).Usable, OursAsync, rounds: rounds);
        var milliseconds = Statistics.Median(measure.Ours);
        return measure with
        {
            Note = $"{Text("panel", measure.Ours)}, {(milliseconds <= Limit ? "within" : "NOT WITHIN")} {Limit} ms; {Text("its composer alone", [.. opened.Select(one => one.Composer)])}; "
                + $"{Text("static page", measure.Theirs)}; {pages.Filled} bytes; {measure.Note}",
        };

        async Task<double> OursAsync()
        {
            opened.Add(await open(pages.WithLifebuoy));
            return opened[^1].Usable;
        }
    }

    private static string Text(string what, IReadOnlyList<double> values) => string.Create(
        CultureInfo.InvariantCulture, $"{what} median {Statistics.Median(values):0} ms, p95 {Statistics.Percentile(values, 0.95):0} ms");
}
