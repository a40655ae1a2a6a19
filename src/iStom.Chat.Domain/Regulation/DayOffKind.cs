namespace iStom.Chat.Domain.Regulation;

/// <summary>Why nobody works on a day.</summary>
public enum DayOffKind
{
    /// <summary>An ordinary Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A public holiday on its own date (Labour Code art. 112).</summary>
    Holiday,

    /// <summary>A holiday fell on a weekend, and the day off moved here by the Labour Code itself.</summary>
    MovedByLaw,

    /// <summary>A day off moved here by the government's decree for the year.</summary>
    MovedByDecree,
}
