using System.Collections.Concurrent;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>A click on the lifebuoy, and what came of it.</summary>
/// <param name="Composer">Until the composer had the focus, in milliseconds from the click.</param>
/// <param name="Usable">Until the greeting, or a promise, was painted as well.</param>
/// <param name="Bytes">What had come over the wire for it by then; the socket's messages come on top.</param>
internal sealed record PanelOpening(double Composer, double Usable, int Bytes)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>In every document: the page notes when it was clicked, the iframe when it can be used. Both clocks are the machine's.</summary>
    private const string Watch = """
        const now = () => performance.timeOrigin + performance.now();
        const isShown = (selector) => document.querySelector(selector)?.checkVisibility();
        let composer = 0;
        const look = () => {
          if (isShown('textarea:enabled') && document.activeElement.matches('textarea')) composer ||= now();
          if (composer && isShown('.empty, .promise')) setTimeout(() => reportUsable([composer, now()]));
          else requestAnimationFrame(look);
        };
        if (parent !== window) requestAnimationFrame(look);
        else addEventListener('click', (event) => (window.clickedAt = performance.timeOrigin + event.timeStamp), true);
        """;

    /// <summary>Visits the page, clicks when it has come to rest, and types when the panel says that one can.</summary>
    public static async Task<PanelOpening> MeasureAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        var usable = new TaskCompletionSource<double[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.AddInitScriptAsync($"(() => {{{Watch}}})()");
        await page.ExposeFunctionAsync<double[]>("reportUsable", at => { usable.TrySetResult(at); });
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var finished = new ConcurrentQueue<IRequest>();
        page.RequestFinished += (_, request) => finished.Enqueue(request);

        await page.GetByRole(AriaRole.Button, new() { Name = HostPages.Button }).ClickAsync();
        var at = await usable.Task.WaitAsync(Limit, new WallClock());

        var sizes = await Task.WhenAll(finished.ToArray().Select(request => request.SizesAsync()));
        await TypeAsync(page);
        var clicked = await page.EvaluateAsync<double>("clickedAt");
        await page.CloseAsync();
        return new(at[0] - clicked, at[1] - clicked, sizes.Sum(size => size.ResponseBodySize));
    }

    /// <summary>Where the focus is. What was typed is taken back, so that the next visit finds no draft.</summary>
    private static async Task TypeAsync(IPage page)
    {
        await page.Keyboard.TypeAsync("Вопрос");
        var typed = await page.FrameLocator("iframe").GetByRole(AriaRole.Textbox).InputValueAsync();
        if (typed != "Вопрос")
        {
            throw new InvalidOperationException($"The composer took \"{typed}\".");
        }

        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
    }
}
