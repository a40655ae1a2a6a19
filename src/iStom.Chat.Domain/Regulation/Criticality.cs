namespace iStom.Chat.Domain.Regulation;

/// <summary>Is this restore-work, which goes out of turn (§1.2, §2.2.3)?</summary>
public enum Criticality
{
    Normal,

    /// <summary>Said by the customer; counts provisionally, since only a reaction can confirm it.</summary>
    Claimed,

    /// <summary>Confirmed by staff.</summary>
    Confirmed,

    /// <summary>Declined by staff; the ticket became a question.</summary>
    Rejected,
}
