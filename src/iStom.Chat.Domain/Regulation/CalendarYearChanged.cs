namespace iStom.Chat.Domain.Regulation;

/// <summary>A year of the production calendar was imported or edited.</summary>
/// <param name="Before">As it was counted until then: imported, come with the product, or provisional.</param>
public sealed record CalendarYearChanged(CalendarYear? Before, CalendarYear? After, Authorship Made) : IChangeOf<CalendarYear>;
