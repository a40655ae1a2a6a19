namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>How a promise can be broken.</summary>
public enum FindingKind
{
    /// <summary>Acknowledged, but not there.</summary>
    Lost,

    /// <summary>There, but never sent, or only ever refused, or shown and gone.</summary>
    Phantom,

    /// <summary>There more than once.</summary>
    Duplicated,

    /// <summary>Two saw a different order.</summary>
    Reordered,

    /// <summary>A sequence with a hole.</summary>
    Gap,

    /// <summary>Never completed, although all was well again.</summary>
    Stuck,

    /// <summary>A ticket that was given to two agents.</summary>
    DoubleTake,

    /// <summary>A ticket that waits where nobody sees it, or was given to an agent who does not have it.</summary>
    OrphanTake,

    /// <summary>A customer who waits longer than the ticket says.</summary>
    LateStart,
}

/// <summary>One broken promise, with the clients and ids that show it.</summary>
public sealed record Finding(FindingKind Kind, string What)
{
    public override string ToString() => $"{Kind}: {What}";
}
