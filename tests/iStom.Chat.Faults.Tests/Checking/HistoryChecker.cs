using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>
/// Judges a history against the promises: pure, so that it can be shown histories of broken systems. Streams are few
/// thousand entries; everything is linear or n·log n in the history.
/// </summary>
public static class HistoryChecker
{
    public static IReadOnlyList<Finding> Check(History history)
    {
        var truth = new Truth(history.Facts);
        return
        [
            .. StoreCheck.Findings(history, truth),
            .. WriteCheck.Findings(history, truth),
            .. OrderCheck.Findings(history, truth),
            .. ViewCheck.Findings(history, truth),
            .. TakeCheck.Findings(history, truth),
            .. OrphanCheck.Findings(history, truth),
            .. StartCheck.Findings(history, truth),
            .. CompletionCheck.Findings(history),
        ];
    }
}
