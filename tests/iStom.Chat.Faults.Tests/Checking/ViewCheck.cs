using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>Whatever anybody was ever shown is a stretch of the final order; at the end, everybody has all of it.</summary>
internal static class ViewCheck
{
    public static IEnumerable<Finding> Findings(History history, Truth truth) =>
    [
        .. history.Sightings.SelectMany(seen => Differences(seen.Client, seen.Stream, [seen.Entry], truth)),
        .. history.Readings.SelectMany(reading => Differences(reading.Client, reading.Stream, reading.Entries, truth)),
        .. history.Readings.SelectMany(Holes),
        .. history.Screens.SelectMany(screen => Differences(screen.Client, screen.Stream, screen.Entries, truth)),
        .. history.Screens.SelectMany(screen => Missing(screen, truth)),
    ];

    private static IEnumerable<Finding> Differences(string client, Guid stream, IReadOnlyList<Entry> entries, Truth truth)
    {
        foreach (var entry in entries)
        {
            if (truth.At(stream, entry.Sequence) is { } fact && fact.Id == entry.Id && fact.Text == entry.Text)
            {
                continue;
            }

            var moved = truth.Stream(stream).FirstOrDefault(other => other.Id == entry.Id);
            yield return moved is null
                ? new(FindingKind.Phantom, $"{client} was shown {entry.Id:N} at {stream:N}/{entry.Sequence}, which is not stored there")
                : new(FindingKind.Reordered, $"{client} was shown {entry.Id:N} at {stream:N}/{entry.Sequence}, but it stands at {moved.Version}");
        }
    }

    /// <summary>An answer has no hole, and whoever asks for what comes after a place gets it from there on.</summary>
    private static IEnumerable<Finding> Holes(Reading reading)
    {
        var due = reading.After > 0 ? reading.After + 1 : reading.Entries is [var first, ..] ? first.Sequence : 0;
        if (reading.After > 0 && reading.Last > reading.After && reading.Entries.Count == 0)
        {
            yield return new(FindingKind.Gap, $"{reading.Client} asked {reading.Stream:N} for what comes after {reading.After} of {reading.Last} and got nothing");
        }

        foreach (var (index, entry) in reading.Entries.Index().Where(item => item.Item.Sequence != due + item.Index).Take(1))
        {
            yield return new(FindingKind.Gap, $"{reading.Client} got {entry.Sequence} of {reading.Stream:N} where {due + index} is due");
        }
    }

    private static IEnumerable<Finding> Missing(Screen screen, Truth truth)
    {
        var shown = screen.Entries.Select(entry => entry.Sequence).ToHashSet();
        for (var due = screen.From; due <= truth.LastOf(screen.Stream); due++)
        {
            if (!shown.Contains(due))
            {
                yield return new(FindingKind.Gap, $"{screen.Client} never saw {screen.Stream:N}/{due}: {truth.At(screen.Stream, due)?.Id:N}");
            }
        }

        if (shown.Count != screen.Entries.Count)
        {
            yield return new(FindingKind.Duplicated, $"{screen.Client} has {screen.Entries.Count} entries for {shown.Count} places of {screen.Stream:N}");
        }
    }
}
