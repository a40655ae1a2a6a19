namespace iStom.Chat.Domain.Regulation;

/// <summary>Which time a level's budget is counted in (§1.2).</summary>
public enum Counting
{
    /// <summary>Only the working hours of working days.</summary>
    WorkingTime,

    /// <summary>Every minute, nights and holidays included: the exception that §1.2 makes for paid staff.</summary>
    RoundTheClock,
}
