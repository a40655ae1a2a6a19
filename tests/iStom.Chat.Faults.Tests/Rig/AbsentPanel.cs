using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Network;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>A panel on a network of its own, the ways in which it is away, and its return.</summary>
internal sealed class AbsentPanel
{
    private readonly FaultRun _run;
    private readonly FaultyProxy _network;
    private readonly VisitorClient _panel;
    private readonly Random _random;
    private VisitorClient? _other;

    public AbsentPanel(FaultRun run, int visitor)
    {
        var (network, exchange) = run.System.NewNetwork();
        (_run, _network, _random) = (run, network, new Random(FaultRun.Seed + visitor));
        _panel = run.Crowd.Add(visitor, run.System.Conversations[visitor], exchange);
    }

    /// <summary>The network is cut, and the panel dials in vain.</summary>
    public Task CutAsync(TimeSpan time) => AwayAsync("cut", async () =>
    {
        _network.GoDown();
        using var end = new CancellationTokenSource(time, new TestSupport.WallClock());
        while (!end.IsCancellationRequested)
        {
            await _panel.StepAsync(isBusy: false);
            await Paces.Busy(_random, end.Token);
        }

        _network.ComeUp();
    });

    /// <summary>
    /// The tab sleeps until so much was written and the server has given its silent connection up. On waking the panel finds
    /// all that was pushed until then, and behind it the end.
    /// </summary>
    public Task SleepAsync(int messages = 0) => AwayAsync("asleep", async () =>
    {
        _network.Freeze();
        await BeToldAsync(messages);
        await _run.GivenUpAsync(_network);
        _network.Thaw();
    });

    /// <summary>The network is cut until another panel of the same visitor has written so much.</summary>
    public Task MissAsync(int messages) => AwayAsync("cut", async () =>
    {
        _network.GoDown();
        await BeToldAsync(messages);
        _network.ComeUp();
    });

    /// <summary>The panel does nothing while something happens to the server.</summary>
    public Task WaitAsync(Func<Task> meanwhile) => AwayAsync("node gone", meanwhile);

    private async Task BeToldAsync(int messages)
    {
        _other ??= _run.Crowd.Add(_panel.Visitor, _panel.Conversation, _run.System.Exchange);
        var begin = _panel.Last;
        for (var step = 0; _other.Last < begin + messages && step < 4 * messages; step++)
        {
            await _other.StepAsync(isBusy: true);
        }

        await _run.UntilAsync("enough is written", async () =>
        {
            await _other.StepAsync(isBusy: false);
            return _other.Last >= begin + messages;
        });
    }

    private async Task AwayAsync(string kind, Func<Task> absence)
    {
        await CompleteAsync();
        await _panel.WriteAsync();
        await CompleteAsync();
        var (since, last) = (_run.Now, _panel.Last);
        await absence();
        var time = _run.Now - since;
        await CompleteAsync();
        _run.Recorder.Absences.Enqueue(new(_panel.Name, kind, time, _panel.Last - last));
        _run.System.Count($"panel {kind}");
    }

    /// <summary>The panel is looked at, and soon shows everything.</summary>
    private async Task CompleteAsync()
    {
        await _panel.WakeAsync();
        await _run.UntilAsync($"{_panel.Name} is complete", async () =>
        {
            await _panel.StepAsync(isBusy: false);
            return _panel is { IsSettled: true, IsConnected: true };
        });
    }
}
