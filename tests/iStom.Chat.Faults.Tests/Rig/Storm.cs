using iStom.Chat.Faults.Tests.Workload;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>
/// Panels in number, four of each visitor, which lose their server together and come back as soon as they can: all with
/// the shortest wait of the widget's, which in life only the first attempt has. Each has a message to send by then.
/// </summary>
internal sealed class Storm
{
    private const int PanelsOfVisitor = 4;

    /// <summary>How many dial at the same time when there is no hurry.</summary>
    private const int Gentle = 16;

    /// <summary>What the widget allows a connection to open.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly FaultRun _run;
    private readonly VisitorClient[] _panels;

    public Storm(FaultRun run, int panels)
    {
        var exchange = run.System.DirectExchange(Limit);
        _run = run;
        _panels = [.. Enumerable.Range(0, panels).Select(i => Crowd.Visitors + (i / PanelsOfVisitor))
            .Select(visitor => run.Crowd.Add(visitor, run.System.Conversations[visitor], exchange))];
    }

    /// <summary>How many visitors a system needs for so many panels besides a crowd's.</summary>
    public static int VisitorsFor(int panels) => (panels + PanelsOfVisitor - 1) / PanelsOfVisitor;

    /// <summary>All connect, a few at a time.</summary>
    public Task GatherAsync() => Parallel.ForEachAsync(_panels, new ParallelOptions { MaxDegreeOfParallelism = Gentle }, async (panel, _) => await panel.StepAsync(isBusy: false));

    /// <summary>All come back, say what they have to say, and show everything. Those who do not are a finding.</summary>
    public async Task ReturnAsync()
    {
        using var limit = new CancellationTokenSource(Patience, new WallClock());
        var back = await Task.WhenAll(_panels.Select((panel, i) => ReturnAsync(panel, new Random(FaultRun.Seed + i), limit.Token)));
        await _run.UntilAsync($"all of {_panels.Length} panels are back ({back.Count(isBack => isBack)} are)", () => back.All(isBack => isBack), TimeSpan.Zero);
    }

    private static async Task<bool> ReturnAsync(VisitorClient panel, Random random, CancellationToken limit)
    {
        await panel.WakeAsync();
        for (var hasWritten = false; !limit.IsCancellationRequested; await panel.StepAsync(isBusy: false))
        {
            if (panel is { IsConnected: true, IsSettled: true } && hasWritten)
            {
                return true;
            }

            if (!panel.IsConnected)
            {
                await Paces.WaitAsync(TimeSpan.FromMilliseconds(random.Next(250, 500)), limit);
            }
            else if (!hasWritten)
            {
                hasWritten = true;
                await panel.WriteAsync();
            }
        }

        return false;
    }
}
