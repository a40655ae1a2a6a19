using NodaTime;

namespace iStom.Chat.Domain.Conversations;

/// <summary>
/// Nobody writes in a thread for a while (spam, abuse): neither the browser in which it began nor the verified user whose it has
/// become. What is open stays open, and everything can be read.
/// </summary>
/// <param name="Id">Follows from the thread, so that it has one.</param>
/// <param name="Visitor">Whom staff meant.</param>
/// <param name="VisitorName">Their name as it was then; null where none is known.</param>
/// <param name="Reason">For colleagues.</param>
/// <param name="By">Who blocked.</param>
/// <param name="ByName">Their name as it was then.</param>
/// <param name="At">When.</param>
/// <param name="Until">The first instant at which it holds no more; null: until it is lifted.</param>
public sealed record VisitorBlock(
    Guid Id,
    VisitorId Visitor,
    [property: PersonalData] string? VisitorName,
    [property: PersonalData] string Reason,
    AgentId By,
    [property: PersonalData(DataSubject.Agent)] string ByName,
    Instant At,
    Instant? Until) : IKept
{
    /// <summary>Longest reason, in UTF-16 code units.</summary>
    public const int LongestReason = 500;

    Guid IKept.Key => Id;

    string IKept.Title => VisitorName ?? "";

    public bool HoldsAt(Instant now) => Until is not { } until || now < until;

    /// <summary>As it is kept. Refuses <c>block-reason-missing</c>, <c>block-end-passed</c>, and what no text may be.</summary>
    public Decision<VisitorBlock> Accept(Instant now)
    {
        var reason = MessageText.Accept(Reason);
        return reason.Refusal == ConversationRefusals.TextEmpty ? ConversationRefusals.BlockReasonMissing
            : reason.Refusal is { } refusal ? refusal
            : reason.Value.Length > LongestReason ? ConversationRefusals.TextTooLong
            : !HoldsAt(now) ? ConversationRefusals.BlockEndPassed
            : this with { Reason = reason.Value };
    }

    /// <summary>It holds no more from now on.</summary>
    public VisitorBlock Lifted(Instant now) => HoldsAt(now) ? this with { Until = now } : this;
}
