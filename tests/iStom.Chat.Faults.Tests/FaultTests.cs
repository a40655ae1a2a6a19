using iStom.Chat.Faults.Tests.Checking;
using iStom.Chat.Faults.Tests.Network;
using iStom.Chat.Faults.Tests.Rig;

namespace iStom.Chat.Faults.Tests;

/// <summary>
/// What is promised holds while things break: P1 to P4. <c>FAULTS_MINUTES=10</c> makes each test as long as that,
/// <c>FAULTS_SEED</c> repeats a run's choices.
/// </summary>
[Collection(Name)]
public sealed class FaultTests
{
    /// <summary>Of those that need the machine for themselves, one after the other.</summary>
    public const string Name = "busy";

    /// <summary>Messages of which a crash takes some when their commits did not wait for the disk.</summary>
    private const int Hasty = 30;

    [Fact]
    public Task On_a_network_that_cuts_delays_and_swallows_answers() => FaultRun.CheckAsync("network", static async run =>
    {
        using var stop = new CancellationTokenSource(FaultRun.Minutes ?? TimeSpan.FromSeconds(10), new TestSupport.WallClock());
        await new BadNetwork(FaultRun.Seed, run.System.Proxy, run.System.Faults).RageAsync(stop.Token);
        await run.RecoveredAsync(run.Now);
    });

    [Fact]
    public Task When_the_server_is_killed() => FaultRun.CheckAsync("server", run => run.RepeatAsync(rounds: 3, async _ =>
    {
        var since = run.Now;
        await run.System.KillServerAsync();
        await run.System.StartServerAsync();
        await run.RecoveredAsync(since);
    }));

    [Fact]
    public Task When_the_database_crashes() => FaultRun.CheckAsync("database", run => run.RepeatAsync(rounds: 4, async round =>
    {
        var since = run.Now;
        await run.System.CrashDatabaseAsync(round % 2 == 0 ? "QUIT" : "KILL");
        await FaultRun.LoadAsync(TimeSpan.FromSeconds(round % 3));
        await run.System.StartDatabaseAsync();
        await run.RecoveredAsync(since);
    }));

    [Fact]
    public Task When_everything_breaks_at_once() => FaultRun.CheckAsync("everything", async run =>
    {
        using var stop = new CancellationTokenSource();
        var network = new BadNetwork(FaultRun.Seed, run.System.Proxy, run.System.Faults).RageAsync(stop.Token);
        await run.RepeatAsync(rounds: 2, async round =>
        {
            var since = run.Now;
            await Task.WhenAll(run.System.CrashDatabaseAsync("KILL"), round % 2 == 0 ? run.System.KillServerAsync() : Task.CompletedTask);
            await run.System.StartDatabaseAsync(isServerUp: round % 2 != 0);
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
        await using var run = new FaultRun(system, "a hasty database, which must lose");
        var findings = await run.RunAsync(async running =>
        {
            await running.AcknowledgedAsync(Hasty);
            await system.MakeDatabaseHastyAsync();
            await running.AcknowledgedAsync(Hasty);
            await system.CrashDatabaseAsync("KILL");
            await system.StartDatabaseAsync();
        });
        findings.Select(finding => finding.Kind).ShouldContain(FindingKind.Lost);
    }
}
