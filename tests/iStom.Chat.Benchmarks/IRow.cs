using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;

namespace iStom.Chat.Benchmarks;

/// <summary>A row of the table: one metric, measured against something that does the same with less.</summary>
internal interface IRow
{
    /// <summary>As it is asked for on the command line.</summary>
    string Number { get; }

    /// <summary>What it is measured against.</summary>
    string Against { get; }

    Task<IReadOnlyList<Measure>> RunAsync(Bench bench);
}
