using NodaTime;

namespace iStom.Chat.Faults.Tests.Histories;

/// <summary>What clients ask for.</summary>
public enum OperationKind
{
    Connect,
    Join,
    Send,
    TakeNext,
    Open,
    Reply,
    Note,
    Resolve,
    Desk,
}

/// <summary>What a client knows of the end of an operation.</summary>
public enum Outcome
{
    /// <summary>Not ended yet.</summary>
    Pending,

    /// <summary>Acknowledged: it has happened and stays.</summary>
    Ok,

    /// <summary>Refused with a code: it has not happened.</summary>
    Fail,

    /// <summary>No answer, or one that does not tell: it may have happened.</summary>
    Unknown,
}

/// <summary>One call of one client, from its invocation to its end. A repeated call is an operation of its own with the same id.</summary>
public sealed record Operation
{
    /// <summary>Place in the order of invocations.</summary>
    public required int Number { get; init; }

    public required string Client { get; init; }

    public required OperationKind Kind { get; init; }

    /// <summary>The client's id of a message or note.</summary>
    public Guid Id { get; init; }

    /// <summary>The conversation of a message, the ticket of everything else; for TakeNext the ticket that was given.</summary>
    public Guid Stream { get; init; }

    public string? Text { get; init; }

    /// <summary>For TakeNext: since when the answer says that the customer waits.</summary>
    public Instant? WaitingSince { get; init; }

    /// <summary>The place that the answer named.</summary>
    public long Sequence { get; init; }

    /// <summary>Since the beginning of the run.</summary>
    public required TimeSpan Invoked { get; init; }

    public TimeSpan Ended { get; init; }

    public Outcome Outcome { get; init; }

    /// <summary>The refusal's code, or the kind of the failure.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it writes something under the client's own id, so that it can be repeated.</summary>
    public bool IsWrite => Kind is OperationKind.Send or OperationKind.Reply or OperationKind.Note;

    public override string ToString() => $"{Client} {Kind} #{Number} ({Id:N}) in {Stream:N}: {Outcome} {Code}";
}
