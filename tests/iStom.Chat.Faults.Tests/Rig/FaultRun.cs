using System.Globalization;
using iStom.Chat.Faults.Tests.Checking;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Network;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>A crowd at work on a system that is being broken; then a last look, the verdict, and the figures.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Longer than a server waits for a sign of life.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    private readonly string _name;
    private readonly Pace _pace;
    private readonly List<TimeSpan> _recoveries = [];
    private readonly List<Finding> _stuck = [];

    /// <param name="system">What is broken.</param>
    /// <param name="name">Of the run, in its report.</param>
    /// <param name="exchange">How the crowd reaches the system; null is through its proxy.</param>
    /// <param name="pace">How fast the crowd works; null is busy.</param>
    public FaultRun(ChatSystem system, string name, IExchange? exchange = null, Pace? pace = null)
    {
        (System, _name, _pace) = (system, name, pace ?? Paces.Busy);
        Crowd = new(Seed, exchange ?? system.Exchange, Recorder, system.Conversations, system.Accounts);
    }

    /// <summary>Seed of this process's runs: <c>FAULTS_SEED</c>, else by chance; printed with every run.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FAULTS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1_000_000);

    /// <summary>How much longer than the smoke: <c>FAULTS_MINUTES</c>; null is the smoke.</summary>
    public static TimeSpan? Minutes { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("FAULTS_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : null;

    public ChatSystem System { get; }

    public Recorder Recorder { get; } = new();

    public Crowd Crowd { get; }

    /// <summary>Since the beginning of the run.</summary>
    public TimeSpan Now => Recorder.Now;

    /// <summary>A run on a system of its own, in which nothing may be found.</summary>
    public static async Task CheckAsync(string name, Func<FaultRun, Task> faults)
    {
        await using var system = await ChatSystem.StartAsync();
        await using var run = new FaultRun(system, name);
        (await run.RunAsync(faults)).ShouldBeEmpty();
    }

    /// <summary>Runs the faults while the crowd works; ends when they do.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(Func<FaultRun, Task> faults)
    {
        using var stop = new CancellationTokenSource();
        var work = Crowd.WorkAsync(_pace, stop.Token);
        try
        {
            await faults(this);
        }
        finally
        {
            await stop.CancelAsync();
        }

        var healthyAt = Now;
        await work;
        await Crowd.SettleAsync(Patience, Paces.Busy);
        var history = Recorder.ToHistory(await System.ReadFactsAsync(), System.Accounts, healthyAt, Patience);
        IReadOnlyList<Finding> findings = [.. HistoryChecker.Check(history), .. _stuck];
        FaultReport.Write(history, findings, $"{_name}: seed {Seed}, {Now.TotalSeconds:F0} s", System, _recoveries);
        return findings;
    }

    /// <summary>Lets the crowd work for a while.</summary>
    public static Task LoadAsync(TimeSpan time) => Paces.WaitAsync(time, Xunit.TestContext.Current.CancellationToken);

    /// <summary>Load, fault, load, fault … for a number of rounds, or for as long as was asked for.</summary>
    public async Task RepeatAsync(int rounds, Func<int, Task> fault)
    {
        var random = new Random(Seed);
        for (var round = 0; Minutes is { } minutes ? Now < minutes : round < rounds; round++)
        {
            await LoadAsync(TimeSpan.FromMilliseconds(random.Next(1500, 3500)));
            await fault(round);
        }

        await LoadAsync(TimeSpan.FromSeconds(1));
    }

    /// <summary>
    /// Waits until messages are acknowledged, and people and queues told, again; notes how long that took from a moment on.
    /// </summary>
    public async Task RecoveredAsync(TimeSpan since)
    {
        var (pushes, queues) = (Recorder.Sightings.Count, System.Exchange.QueuePushes);
        await AcknowledgedAsync(1);
        _recoveries.Add(Now - since);
        await UntilAsync("messages are pushed", () => Recorder.Sightings.Count > pushes);
        await UntilAsync("desks are told the queue", () => System.Exchange.QueuePushes > queues);
    }

    /// <summary>Waits until so many messages more are acknowledged.</summary>
    public Task AcknowledgedAsync(int messages)
    {
        var before = Recorder.Count;
        return UntilAsync("messages are acknowledged", () =>
            Recorder.Operations.Skip(before).Count(operation => operation is { Kind: OperationKind.Send, Outcome: Outcome.Ok }) >= messages);
    }

    /// <summary>Notes a recovery that something else has waited for.</summary>
    public void Recovered(TimeSpan time) => _recoveries.Add(time);

    /// <summary>Waits until the server has hung up on a network that says nothing.</summary>
    public Task GivenUpAsync(FaultyProxy network) =>
        UntilAsync("the server gives a silent client up", () => network.Open.All(connection => connection.IsAbandoned), Silence);

    public Task UntilAsync(string what, Func<bool> isTrue, TimeSpan? patience = null) => UntilAsync(what, () => Task.FromResult(isTrue()), patience);

    /// <summary>Waits for something that must come; when it does not, that is a finding.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> isTrue, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience, new TestSupport.WallClock());
        while (!await isTrue())
        {
            if (limit.IsCancellationRequested)
            {
                _stuck.Add(new(FindingKind.Stuck, $"{patience ?? Patience} were not enough until {what}"));
                return;
            }

            await Paces.WaitAsync(Pause, limit.Token);
        }
    }

    public ValueTask DisposeAsync() => Crowd.DisposeAsync();
}
