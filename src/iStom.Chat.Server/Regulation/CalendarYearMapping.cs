using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Regulation;

/// <summary>A year of the production calendar that was imported or edited.</summary>
public static class CalendarYearMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<CalendarYear>(year => year.Id);
}
