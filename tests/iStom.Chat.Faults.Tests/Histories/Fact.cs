using NodaTime;

namespace iStom.Chat.Faults.Tests.Histories;

/// <summary>What a stored event means to the checker.</summary>
public enum FactKind
{
    Message,
    Note,
    Opened,
    WaitStarted,
    WaitEnded,
    Taken,
    Transferred,
    Released,

    /// <summary>Taken from an agent who stayed away.</summary>
    Returned,
    Resolved,
    Reopened,
    Closed,
    Other,
}

/// <summary>A stored event.</summary>
/// <param name="Id">The client's id of a message or note, else the event's own.</param>
/// <param name="By">The agent whom it is about, if any.</param>
public sealed record Fact(Guid Stream, long Version, FactKind Kind, Guid Id, Guid By = default, string? Text = null)
{
    /// <summary>Whether it stands in a ticket's stream; all others are a conversation's.</summary>
    public bool IsOfTicket { get; init; }

    /// <summary>Where a wait started: since when the customer waits.</summary>
    public Instant? WaitingSince { get; init; }
}
