using iStom.Chat.Faults.Tests.Checking;
using iStom.Chat.Faults.Tests.Network;
using iStom.Chat.Faults.Tests.Rig;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace iStom.Chat.Faults.Tests;

/// <summary>
/// What is promised holds while things break: P1 to P5 and P8. The smoke takes about a minute; <c>FAULTS_MINUTES=10</c>
/// makes each test as long as that, <c>FAULTS_SEED</c> repeats a run.
/// </summary>
public sealed class FaultTests
{
    [Fact]
    public Task On_a_network_that_cuts_delays_and_swallows_answers() => RunAsync("network", static async (system, run) =>
    {
        using var stop = new CancellationTokenSource(FaultRun.Minutes ?? TimeSpan.FromSeconds(12), new TestSupport.WallClock());
        await new BadNetwork(FaultRun.Seed, system.Proxy, system.Faults).RageAsync(stop.Token);
        await run.RecoveredAsync(run.Now);
    });

    [Fact]
    public Task When_the_server_is_killed() => RunAsync("server", (system, run) => RepeatAsync(run, rounds: 3, async _ =>
    {
        var since = run.Now;
        await system.KillServerAsync();
        await system.StartServerAsync();
        await run.RecoveredAsync(since);
    }));

    [Fact]
    public Task When_the_database_crashes() => RunAsync("database", (system, run) => RepeatAsync(run, rounds: 4, async round =>
    {
        var since = run.Now;
        await system.CrashDatabaseAsync(round % 2 == 0 ? "QUIT" : "KILL");
        await FaultRun.LoadAsync(TimeSpan.FromSeconds(round % 3));
        await system.StartDatabaseAsync();
        await run.RecoveredAsync(since);
    }));

    [Fact]
    public Task When_everything_breaks_at_once() => RunAsync("everything", async (system, run) =>
    {
        using var stop = new CancellationTokenSource();
        var network = new BadNetwork(FaultRun.Seed, system.Proxy, system.Faults).RageAsync(stop.Token);
        await RepeatAsync(run, rounds: 2, async round =>
        {
            var since = run.Now;
            await Task.WhenAll(system.CrashDatabaseAsync("KILL"), round % 2 == 0 ? system.KillServerAsync() : Task.CompletedTask);
            await system.StartDatabaseAsync(isServerUp: round % 2 != 0);
            await run.RecoveredAsync(since);
        });
        await stop.CancelAsync();
        await network;
    });

    /// <summary>The mutant of the test above it: the same crash, but commits are acknowledged before they are on the disk.</summary>
    [Fact]
    public async Task A_crash_of_a_database_that_does_not_wait_for_the_disk_is_found_out()
    {
        await using var system = await ChatSystem.StartAsync();
        var run = new FaultRun(system, "a hasty database, which must lose", FaultRun.Seed);
        var findings = await run.RunAsync(async _ =>
        {
            await FaultRun.LoadAsync(TimeSpan.FromSeconds(1));
            await system.MakeDatabaseHastyAsync();
            await FaultRun.LoadAsync(TimeSpan.FromSeconds(2));
            await system.CrashDatabaseAsync("KILL");
            await system.StartDatabaseAsync();
        });
        findings.Select(finding => finding.Kind).ShouldContain(FindingKind.Lost);
    }

    private static async Task RunAsync(string name, Func<ChatSystem, FaultRun, Task> faults)
    {
        await using var system = await ChatSystem.StartAsync();
        var run = new FaultRun(system, name, FaultRun.Seed);
        var findings = await run.RunAsync(running => faults(system, running));
        findings.ShouldBeEmpty();
    }

    /// <summary>Load, fault, load, fault … for a number of rounds, or for as long as was asked for.</summary>
    private static async Task RepeatAsync(FaultRun run, int rounds, Func<int, Task> fault)
    {
        var random = new Random(FaultRun.Seed);
        for (var round = 0; FaultRun.Minutes is { } minutes ? run.Now < minutes : round < rounds; round++)
        {
            await FaultRun.LoadAsync(TimeSpan.FromMilliseconds(random.Next(1500, 3500)));
            await fault(round);
        }

        await FaultRun.LoadAsync(TimeSpan.FromSeconds(1));
    }
}
