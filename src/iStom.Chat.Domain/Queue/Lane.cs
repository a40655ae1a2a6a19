namespace iStom.Chat.Domain.Queue;

/// <summary>The three parts of the queue, first to last (§1.2).</summary>
public enum Lane
{
    /// <summary>Restore-work, which goes out of turn.</summary>
    Critical,

    /// <summary>The promise would be missed if the ticket waited its turn.</summary>
    AtRisk,

    /// <summary>In the order of arrival.</summary>
    InTurn,
}
