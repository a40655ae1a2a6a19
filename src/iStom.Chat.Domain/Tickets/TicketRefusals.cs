namespace iStom.Chat.Domain.Tickets;

/// <summary>Why something cannot be done with a ticket. Codes are part of the public protocol.</summary>
public static class TicketRefusals
{
    /// <summary>There is no such ticket, or the asker may not know of it.</summary>
    public static readonly Refusal NotFound = new("ticket-not-found");

    /// <summary>Another agent has it.</summary>
    public static readonly Refusal AlreadyTaken = new("already-taken");

    /// <summary>Nothing in the queue that this agent may take.</summary>
    public static readonly Refusal QueueEmpty = new("queue-empty");

    /// <summary>The agent says that they are not at work.</summary>
    public static readonly Refusal Away = new("you-are-away");

    /// <summary>The agent has as many as their limit allows.</summary>
    public static readonly Refusal TooManyChats = new("too-many-chats");

    /// <summary>The agent's skills and the hour do not allow it.</summary>
    public static readonly Refusal NotEligible = new("not-eligible");

    /// <summary>Only the agent who has the ticket may do this.</summary>
    public static readonly Refusal NotYours = new("not-your-ticket");

    /// <summary>It is resolved or closed.</summary>
    public static readonly Refusal NotLive = new("ticket-not-open");

    /// <summary>No address speaks for a clinic.</summary>
    public static readonly Refusal NoClinicProposed = new("clinic-not-proposed");

    /// <summary>A rating is of one to five stars.</summary>
    public static readonly Refusal RatingOutOfRange = new("rating-out-of-range");

    /// <summary>A rating may be changed for a day.</summary>
    public static readonly Refusal RatingFinal = new("rating-final");

    /// <summary>It is not resolved.</summary>
    public static readonly Refusal NotResolved = new("ticket-not-resolved");

    /// <summary>
    /// A ticket is not resolved over a customer who waits: answer, or say that no answer is needed. Nor is it merged into
    /// one that promises less.
    /// </summary>
    public static readonly Refusal CustomerWaits = new("customer-waits");

    /// <summary>Another claim of the same clinic or visitor is not yet decided.</summary>
    public static readonly Refusal ClaimOpen = new("claim-already-open");

    /// <summary>Only stopped work and critical errors can be claimed (§2.2.2, §2.2.3).</summary>
    public static readonly Refusal NotRestoreWork = new("not-restore-work");

    /// <summary>A claim is confirmed or declined, not passed over by another kind or a merge.</summary>
    public static readonly Refusal ClaimUndecided = new("claim-undecided");

    /// <summary>There is no claim to decide on.</summary>
    public static readonly Refusal NothingClaimed = new("nothing-claimed");

    /// <summary>A claim is declined with a reason, since the customer is told.</summary>
    public static readonly Refusal ReasonMissing = new("reason-missing");

    /// <summary>More tags, or longer ones, than a ticket carries.</summary>
    public static readonly Refusal TooManyTags = new("too-many-tags");

    /// <summary>A ticket cannot go on in itself.</summary>
    public static readonly Refusal MergeWithItself = new("merge-with-itself");

    /// <summary>Whoever asked in the other conversation would never read the answer.</summary>
    public static readonly Refusal MergeAcrossConversations = new("merge-across-conversations");
}
