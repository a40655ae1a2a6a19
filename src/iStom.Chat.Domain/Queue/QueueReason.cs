namespace iStom.Chat.Domain.Queue;

/// <summary>Why a ticket stands where it stands, in a word that can be put into plain language.</summary>
public enum QueueReason
{
    /// <summary>Restore-work, confirmed by staff.</summary>
    RestoreWorkConfirmed,

    /// <summary>Restore-work by the customer's word, provisionally.</summary>
    RestoreWorkClaimed,

    /// <summary>Little of the promised time is left.</summary>
    DeadlineNear,

    /// <summary>Those who came earlier are served first.</summary>
    InTurn,
}
