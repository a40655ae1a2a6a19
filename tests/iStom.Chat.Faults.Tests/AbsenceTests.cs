using iStom.Chat.Faults.Tests.Rig;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests;

/// <summary>
/// Clients go away and come back while the others work: P5 and P8. To the server an absence has two lengths: the time
/// after which it gives a silent connection up, which passes here, and the entries that were missed. Ten minutes are 600
/// of them, one a second, which is more than one answer holds; the two minutes of an agent are passed in the store. It mostly waits, and does so beside the others.
/// </summary>
public sealed class AbsenceTests
{
    private const int TenMinutes = 600;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Whoever_was_away_misses_nothing_and_nobody_waits_for_an_agent_who_is_gone()
    {
        await using var system = await ChatSystem.StartAsync();
        AbsentAgent[] agents = [.. Enumerable.Range(0, 3).Select(i => new AbsentAgent(system, i))];
        await using var run = new FaultRun(system, "absence", new OwnDesks(system.Exchange, [.. agents.Select(agent => agent.Exchange), system.Exchange]), Paces.Calm);
        var findings = await run.RunAsync(async running =>
        {
            AbsentPanel[] panels = [.. Enumerable.Range(0, 9).Select(i => new AbsentPanel(running, i))];
            await running.RepeatAsync(rounds: 1, _ => AwayAsync(running, panels, agents));
        });
        findings.ShouldBeEmpty();
    }

    private static async Task AwayAsync(FaultRun run, AbsentPanel[] panels, AbsentAgent[] agents)
    {
        await Task.WhenAll([
            panels[0].CutAsync(TimeSpan.FromSeconds(1)),
            panels[1].CutAsync(TimeSpan.FromSeconds(4)),
            panels[2].CutAsync(FaultRun.Minutes is null ? TimeSpan.FromSeconds(15) : Longest),
            panels[3].MissAsync(TenMinutes),
            panels[4].SleepAsync(TenMinutes / 2),
            .. panels[5..7].Select(panel => panel.SleepAsync()),
            VanishAsync(run, agents[0]),
            agents[1].FallSilentAsync(run),
        ]);
        await agents[2].VanishAsync(run);
        await RestartAsync(run, panels[7..]);
        await Task.WhenAll(agents[1..].Select(agent => agent.StayAwayAsync(run)));
    }

    private static async Task VanishAsync(FaultRun run, AbsentAgent agent)
    {
        await agent.VanishAsync(run);
        await agent.StayAwayAsync(run);
    }

    /// <summary>The node is killed and comes back while all of these are away.</summary>
    private static async Task RestartAsync(FaultRun run, AbsentPanel[] panels)
    {
        var (left, allAway) = (panels.Length, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var restarted = RestartAsync(run, allAway.Task);
        await Task.WhenAll([restarted, .. panels.Select(panel => panel.WaitAsync(() =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                allAway.SetResult();
            }

            return restarted;
        }))]);
    }

    /// <summary>More than two minutes without the node, as far as the store can tell.</summary>
    private static async Task RestartAsync(FaultRun run, Task allAway)
    {
        await allAway;
        var since = run.Now;
        await run.System.KillServerAsync();
        await run.System.ForgetPresenceAsync([.. run.System.Accounts]);
        await run.System.StartServerAsync();
        await run.RecoveredAsync(since);
    }
}
