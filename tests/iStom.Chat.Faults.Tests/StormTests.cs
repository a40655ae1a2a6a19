using iStom.Chat.Faults.Tests.Rig;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests;

/// <summary>Everybody at once: P12, as far as two cores for server, database and clients allow.</summary>
[Collection(FaultTests.Name)]
public sealed class StormTests
{
    private static readonly int Panels = FaultRun.Minutes is null ? 200 : 2000;

    [Fact]
    public async Task When_everybody_comes_back_at_once_after_a_restart_all_are_served()
    {
        await using var system = await ChatSystem.StartAsync(Crowd.Visitors + Storm.VisitorsFor(Panels));
        await using var run = new FaultRun(system, $"storm of {Panels} panels");
        var findings = await run.RunAsync(async running =>
        {
            var storm = new Storm(running, Panels);
            await storm.GatherAsync();
            await running.RepeatAsync(rounds: 1, _ => RestartAsync(running, storm));
        });
        findings.ShouldBeEmpty();
    }

    private static async Task RestartAsync(FaultRun run, Storm storm)
    {
        await run.System.KillServerAsync();
        var back = storm.ReturnAsync();
        await run.System.StartServerAsync();
        var since = run.Now;
        await back;
        run.Recovered(run.Now - since);
    }
}
