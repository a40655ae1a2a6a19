namespace iStom.Chat.Domain.Regulation;

/// <summary>How soon a person must react (§2.1–§2.3). Derived from plan and kind, never typed in.</summary>
public enum SupportLevel
{
    /// <summary>§2.1: 2 working days.</summary>
    Standard,

    /// <summary>§2.2: 2 hours of working time.</summary>
    Urgent,

    /// <summary>§2.3: 15 minutes, round the clock.</summary>
    Paid,
}
