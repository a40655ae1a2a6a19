using System.Globalization;

namespace iStom.Chat.Benchmarks.Measuring;

/// <summary>What is printed: every figure, then the medians in a table.</summary>
internal static class ResultTable
{
    public static void WriteFigures(TextWriter output, Measure measure)
    {
        output.WriteLine($"  {measure.What}");
        if (measure.Ours.Count > 0)
        {
            output.WriteLine($"    theirs {Text(measure.Theirs)}");
            output.WriteLine($"    ours   {Text(measure.Ours)}");
            output.WriteLine($"    ratios {Text(measure.Ratios)}");
        }

        if (measure.Note != "")
        {
            output.WriteLine($"    {measure.Note}");
        }
    }

    public static void Write(TextWriter output, IEnumerable<(IRow Row, Measure Measure)> results)
    {
        output.WriteLine("| # | metric | against | theirs | ours | ratio | first goal | |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (row, measure) in results)
        {
            output.WriteLine($"| {row.Number} | {measure.What} | {row.Against} | {string.Join(" | ", Medians(measure))} |");
        }
    }

    private static IEnumerable<string> Medians(Measure measure)
    {
        if (measure.Ours.Count == 0)
        {
            return ["–", "–", "–", measure.Goal.ToString(), measure.Note];
        }

        var ratio = Statistics.Median(measure.Ratios);
        return
        [
            Text(Statistics.Median(measure.Theirs)), Text(Statistics.Median(measure.Ours)), Text(ratio),
            measure.Goal.ToString(), measure.Goal.IsReachedBy(ratio) ? "reached" : "MISSED",
        ];
    }

    private static string Text(IEnumerable<double> values) => string.Join("  ", values.Select(Text));

    private static string Text(double value) =>
        value.ToString(Math.Abs(value) switch { >= 1000 => "N0", >= 10 => "0.0", >= 1 => "0.00", _ => "0.000" }, CultureInfo.InvariantCulture);
}
