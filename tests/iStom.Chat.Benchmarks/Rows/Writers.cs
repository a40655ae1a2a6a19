using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>The same command through both writers of the store: how much our own session over Npgsql gains on Marten's.</summary>
internal sealed partial class Writers : IRow
{
    private const int Conversations = 16;
    private const string What = "visitors' messages/s through the command pipeline, 16 conversations";
    private static readonly Goal Goal = Goal.AtLeast(1);

    public string Number => "14";

    public string Against => "Marten as the writer";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        Task<Measure>? measured = null;
        MeasureBoth(bench, ref measured);
        return [measured is null ? Measure.NotRun(What, Goal, "Marten is compiled in with -p:UseMarten=true only") : await measured];
    }

    static partial void MeasureBoth(Bench bench, ref Task<Measure>? measured);
}
