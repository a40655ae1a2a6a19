namespace iStom.Chat.Domain.Regulation;

/// <summary>What follows from the kind alone.</summary>
public static class RequestKindRules
{
    /// <summary>
    /// Whether the kind says that something is to be restored (§1.2): §2.2.2 and §2.2.3, not a first installation.
    /// It is then a claim, which staff confirm or reject.
    /// </summary>
    public static bool IsRestoreWork(this RequestKind kind) =>
        kind is RequestKind.WorkStopped or RequestKind.CriticalError;
}
