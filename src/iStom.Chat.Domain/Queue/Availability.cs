namespace iStom.Chat.Domain.Queue;

/// <summary>What an agent at the desk says of themselves.</summary>
public enum Availability
{
    /// <summary>Takes what comes.</summary>
    Online,

    /// <summary>Not at work: gets no next ticket, and whoever waits for them goes back to the queue as if they had left the desk.</summary>
    Away,

    /// <summary>Keeps free for Paid tickets, in working hours too.</summary>
    PaidDuty,
}
