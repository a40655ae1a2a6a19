using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>How many messages a second are committed and acknowledged over the hub, in conversations that each wait for their ack.</summary>
internal sealed class AcceptedMessages : IRow
{
    private const int Conversations = 16;

    /// <summary>Until the runtime has compiled what is used often for the last time.</summary>
    private const int WarmUp = 30_000;

    private const string What = "accepted messages/s, 16 conversations";
    private static readonly Goal Goal = Goal.AtLeast(0.6);

    public string Number => "1";

    public string Against => "pgbench, INSERT + commit, 16 clients";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        if (PgBench.Find() is not { } binary)
        {
            return [Measure.NotRun(What, Goal, "there is no pgbench (Debian: postgresql-contrib)")];
        }

        var database = await bench.CreateDatabaseAsync();
        await using var chat = await ChatUnderTest.StartAsync(database);
        var pgbench = new PgBench(binary, database);
        var load = new SendLoad(await chat.OpenPanelsAsync(Conversations));
        await load.SendAsync(bench.Count(WarmUp, smoke: 100));
        var cpu = new CpuShares(("server", await chat.ProcessId), ("PostgreSQL", bench.Postgres), ("client", Environment.ProcessId));
        var measure = await Alternating.RunAsync(
            What, Goal, () => pgbench.RunAsync(Conversations, bench.Time), () => cpu.WatchAsync(() => load.RunAsync(bench.Time), bench.Time));
        return [measure with { Note = $"{measure.Note}; {cpu}" }];
    }
}
