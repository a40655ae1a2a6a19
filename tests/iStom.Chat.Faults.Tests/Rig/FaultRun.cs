using System.Globalization;
using iStom.Chat.Faults.Tests.Checking;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>A crowd at work on a system that is being broken; then a last look, the verdict, and the figures.</summary>
internal sealed class FaultRun(ChatSystem system, string name, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Recorder _recorder = new();
    private readonly List<TimeSpan> _recoveries = [];
    private readonly List<Finding> _notRecovered = [];

    /// <summary>Seed of this process's runs: <c>FAULTS_SEED</c>, else by chance; printed with every run.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FAULTS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1_000_000);

    /// <summary>How much longer than the smoke: <c>FAULTS_MINUTES</c>; null is the smoke.</summary>
    public static TimeSpan? Minutes { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("FAULTS_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary>Runs the faults while the crowd works; ends when they do.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(Func<FaultRun, Task> faults)
    {
        await using var crowd = new Crowd(seed, system.Exchange, _recorder, system.Conversations, system.Accounts);
        using var stop = new CancellationTokenSource();
        var work = crowd.WorkAsync(Paces.Busy, stop.Token);
        try
        {
            await faults(this);
        }
        finally
        {
            await stop.CancelAsync();
        }

        var healthyAt = _recorder.Now;
        await work;
        await crowd.SettleAsync(Patience, Paces.Busy);
        var history = await HistoryAsync(healthyAt);
        IReadOnlyList<Finding> findings = [.. HistoryChecker.Check(history), .. _notRecovered];
        FaultReport.Write(history, findings, $"{name}: seed {seed}, {_recorder.Now.TotalSeconds:F0} s", system, _recoveries);
        return findings;
    }

    /// <summary>Lets the crowd work for a while.</summary>
    public static Task LoadAsync(TimeSpan time) => Paces.WaitAsync(time, Xunit.TestContext.Current.CancellationToken);

    /// <summary>
    /// Waits until messages are acknowledged, and people and queues told, again; notes how long that took from a moment on.
    /// </summary>
    public async Task RecoveredAsync(TimeSpan since)
    {
        var (operations, pushes, queues) = (_recorder.Count, _recorder.Sightings.Count, system.Exchange.QueuePushes);
        await UntilAsync("acknowledged", () => _recorder.Operations.Skip(operations).Any(operation => operation is { Kind: OperationKind.Send, Outcome: Outcome.Ok }));
        _recoveries.Add(_recorder.Now - since);
        await UntilAsync("pushed", () => _recorder.Sightings.Count > pushes);
        await UntilAsync("told about the queue", () => system.Exchange.QueuePushes > queues);
    }

    private async Task UntilAsync(string what, Func<bool> isTrue)
    {
        using var limit = new CancellationTokenSource(Patience, new TestSupport.WallClock());
        while (!isTrue() && !limit.IsCancellationRequested)
        {
            await Paces.WaitAsync(TimeSpan.FromMilliseconds(20), limit.Token);
        }

        if (!isTrue())
        {
            _notRecovered.Add(new(FindingKind.Stuck, $"nothing was {what} within {Patience} after a fault"));
        }
    }

    public TimeSpan Now => _recorder.Now;

    private async Task<History> HistoryAsync(TimeSpan healthyAt) => new()
    {
        Operations = _recorder.Operations,
        Sightings = [.. _recorder.Sightings],
        Readings = [.. _recorder.Readings],
        Screens = [.. _recorder.Screens],
        Desks = [.. _recorder.Desks],
        Facts = await system.ReadFactsAsync(),
        Agents = system.Accounts.Index().ToDictionary(account => AgentClient.NameOf(account.Index), account => account.Item, StringComparer.Ordinal),
        HealthyAt = healthyAt,
        Patience = Patience,
    };
}
