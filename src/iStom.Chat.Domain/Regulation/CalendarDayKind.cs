namespace iStom.Chat.Domain.Regulation;

/// <summary>What an edit makes of a day.</summary>
public enum CalendarDayKind
{
    /// <summary>People work; on a weekend, instead of another day.</summary>
    Working,

    /// <summary>People work an hour less by the Labour Code (art. 95).</summary>
    Shortened,

    /// <summary>Nobody works: a holiday, or a day that was declared so.</summary>
    Holiday,

    /// <summary>Nobody works: the rest of another day was moved here.</summary>
    Moved,

    /// <summary>As any Saturday or Sunday.</summary>
    Weekend,
}
