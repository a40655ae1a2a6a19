using System.Globalization;

namespace iStom.Chat.Domain.Tickets;

/// <summary>The number that people quote.</summary>
public static class TicketNumber
{
    /// <summary><c>IS-2026-000123</c>. Unique through the serial alone; the year helps the reader. Gaps are possible.</summary>
    /// <param name="year">Year of opening, Moscow time.</param>
    /// <param name="serial">Ever growing over the years; from 1.</param>
    public static string Format(int year, long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"IS-{year:D4}-{serial:D6}");
}
