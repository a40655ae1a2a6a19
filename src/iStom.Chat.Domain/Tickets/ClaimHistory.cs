using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>What is known of a clinic's (or an unknown visitor's) earlier claims when a new one is made.</summary>
/// <param name="HasOpenClaim">Another ticket of theirs carries a claim that is not yet decided.</param>
/// <param name="RejectedLately">Claims of theirs that were rejected within <see cref="Window"/>.</param>
public readonly record struct ClaimHistory(bool HasOpenClaim, int RejectedLately)
{
    /// <summary>How far back rejected claims count.</summary>
    public static readonly Duration Window = Duration.FromDays(90);

    /// <summary>From this many rejected claims on, an agent decides before the lane changes.</summary>
    public const int RejectedLimit = 2;

    /// <summary>Whether a new claim counts at once, before anybody has looked at it.</summary>
    public bool CountsAtOnce => !HasOpenClaim && RejectedLately < RejectedLimit;
}
