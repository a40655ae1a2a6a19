using iStom.Chat.Faults.Tests.Checking;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Rig;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Model;

/// <summary>The checker is shown broken systems: the same crowd as in the fault tests works on a model with one defect each.</summary>
public sealed class ModelTests
{
    private const int Operations = 2000;

    /// <summary>Who meets whom is up to the machine: a defect may do nothing wrong on a day.</summary>
    private const int Days = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_right_server_on_a_bad_day_is_found_right(int round)
    {
        var history = await RunAsync(Defects.None, FaultRun.Seed + round);

        HistoryChecker.Check(history).ShouldBeEmpty();
        history.Operations.Count(operation => operation.Outcome == Outcome.Unknown).ShouldBeGreaterThan(100);
        history.Operations.Count(operation => operation is { Kind: OperationKind.TakeNext, Outcome: Outcome.Ok }).ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData(Defects.AcksBeforeCommit, FindingKind.Lost)]
    [InlineData(Defects.HasNoUniqueIds, FindingKind.Duplicated)]
    [InlineData(Defects.ForgetsTheMissed, FindingKind.Gap)]
    [InlineData(Defects.IgnoresAfter, FindingKind.Gap)]
    [InlineData(Defects.SkipsNumbers, FindingKind.Gap)]
    [InlineData(Defects.TakesWithoutLock, FindingKind.DoubleTake)]
    [InlineData(Defects.LosesTakes, FindingKind.OrphanTake)]
    [InlineData(Defects.RestartsReturned, FindingKind.LateStart)]
    [InlineData(Defects.Reorders, FindingKind.Reordered)]
    [InlineData(Defects.ShowsBeforeCommit, FindingKind.Phantom)]
    [InlineData(Defects.StoresTheRefused, FindingKind.Phantom)]
    [InlineData(Defects.GetsStuck, FindingKind.Stuck)]
    public async Task A_broken_server_is_found_out(Defects defect, FindingKind expected)
    {
        var found = new HashSet<FindingKind>();
        for (var day = 0; day < Days && !found.Contains(expected); day++)
        {
            found.UnionWith(HistoryChecker.Check(await RunAsync(defect, FaultRun.Seed + day)).Select(finding => finding.Kind));
        }

        found.ShouldContain(expected, $"seed {FaultRun.Seed}");
    }

    private static async Task<History> RunAsync(Defects defects, int seed)
    {
        var random = new Random(seed);
        Guid[] conversations = [.. Enumerable.Range(0, Crowd.Visitors).Select(i => IdOf(random, i))];
        Guid[] accounts = [.. Enumerable.Range(0, Crowd.Agents).Select(i => IdOf(random, i))];
        var (server, recorder) = (new ModelServer(defects, seed, conversations, accounts), new Recorder());
        await using var crowd = new Crowd(seed, server, recorder, conversations, accounts);
        using var stop = new CancellationTokenSource();
        await crowd.WorkAsync(StopAfter(recorder, stop), stop.Token);
        server.IsBadDay = false;
        var healthyAt = recorder.Now;
        await crowd.SettleAsync(defects is Defects.GetsStuck or Defects.ForgetsTheMissed ? TimeSpan.FromMilliseconds(200) : Patience, Paces.AtOnce);
        return recorder.ToHistory(server.Facts, accounts, healthyAt, Patience);
    }

    private static Pace StopAfter(Recorder recorder, CancellationTokenSource stop) => async (_, _) =>
    {
        await Task.Yield();
        if (recorder.Count > Operations)
        {
            await stop.CancelAsync();
        }
    };

    private static Guid IdOf(Random random, int index)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        bytes[0] = (byte)index;
        return new(bytes);
    }
}
