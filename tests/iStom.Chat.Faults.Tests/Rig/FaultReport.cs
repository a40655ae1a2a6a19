using System.Globalization;
using iStom.Chat.Faults.Tests.Checking;
using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>The figures of a run: with the test's output, and in <c>faults.log</c> beside the tests, since a green run says nothing.</summary>
internal static class FaultReport
{
    private const int FindingsShown = 10;
    private const int LinesShown = 20;
    private static readonly Lock Writing = new();
    private static readonly string Log = Path.Combine(AppContext.BaseDirectory, "faults.log");

    static FaultReport() => File.Delete(Log);

    public static void Write(
        History history, IReadOnlyList<Finding> findings, string title, ChatSystem system, IReadOnlyList<TimeSpan> recoveries)
    {
        var writes = history.Operations.Where(operation => operation.IsWrite).ToLookup(operation => operation.Id);
        var (takes, returns) = (history.Facts.Count(fact => fact.Kind == FactKind.Taken), history.Facts.Count(fact => fact.Kind == FactKind.Returned));
        string[] lines =
        [
            title,
            $"  operations {history.Operations.Count}: {Counts(history.Operations.Select(operation => operation.Outcome.ToString()))}",
            $"  messages and notes {writes.Count}, repeated {writes.Count(attempts => attempts.Count() > 1)}, takes {takes}, returned {returns}, stored events {history.Facts.Count}",
            $"  shown: pushes {history.Sightings.Count}, answers {history.Readings.Count}, last looks {history.Screens.Count}; connections {system.Proxy.Count}",
            $"  faults: {string.Join(", ", system.Faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => $"{fault.Key} {fault.Value}"))}",
            $"  seconds to recover: {Seconds(recoveries)}",
            .. history.Absences.GroupBy(absence => absence.Kind, StringComparer.Ordinal).Select(absences =>
                $"  {absences.Key}: seconds {Seconds(absences.Select(absence => absence.Time))}; entries missed {string.Join(' ', absences.Select(absence => absence.Missed))}"),
            $"  not ok: {Counts(history.Operations.Where(operation => operation.Outcome != Outcome.Ok).Select(operation => $"{operation.Kind} {operation.Code}"))}",
            $"  findings {findings.Count}: {Counts(findings.Select(finding => finding.Kind.ToString()))}",
            .. findings.Take(FindingsShown).Select(finding => $"    {finding}"),
            .. findings.Count > 0 ? system.ServerSaid.Where(IsTelling).TakeLast(LinesShown).Select(line => $"    server: {line}") : [],
        ];
        Write(lines);
    }

    public static void Write(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        Xunit.TestContext.Current.TestOutputHelper?.WriteLine(text);
        lock (Writing)
        {
            File.AppendAllText(Log, $"{text}\n");
        }
    }

    private static string Seconds(IEnumerable<TimeSpan> times) =>
        string.Join(' ', times.Select(time => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)));

    /// <summary>Stack traces crowd out the rest.</summary>
    private static bool IsTelling(string line) => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal);

    private static string Counts(IEnumerable<string> items) =>
        string.Join(", ", items.CountBy(item => item).OrderByDescending(item => item.Value).Select(item => $"{item.Key} {item.Value}"));
}
