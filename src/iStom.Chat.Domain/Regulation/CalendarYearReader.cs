using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// Reads a year of the production calendar from JSON (the format of Calendars/ru-YYYY.json). The numbers of working
/// days in the file are checked against its days, so that a slip of the pen is refused rather than promised on.
/// </summary>
public static class CalendarYearReader
{
    /// <summary>The year that this JSON describes; provisional unless its status is "approved" and it names its decree.</summary>
    /// <exception cref="FormatException">The JSON is malformed, of another country, contradicts itself or its own totals.</exception>
    public static CalendarYear Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var year = Read(document.RootElement);
            CheckTotals(document.RootElement, year);
            return year;
        }
        catch (Exception defect) when (defect is JsonException or KeyNotFoundException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"Not a production calendar: {defect.Message}", defect);
        }
    }

    private static CalendarYear Read(JsonElement root)
    {
        if (Text(root, "country") is not "RU")
        {
            throw new FormatException("Its country is not Russia (RU).");
        }

        var title = Text(root, "decree");
        var decree = Text(root, "status") is "approved" && title is not null ? Decree.Parse(title) : null;
        return new CalendarYear(
            root.GetProperty("year").GetInt32(),
            decree,
            Items(root, "daysOff").Select(item => ReadDayOff(item, decree)),
            Items(root, "workingWeekends").Select(item => new WorkingWeekend(Date(item, "date"), Date(item, "restMovedTo"), decree)),
            Items(root, "shortened").Select(item => Parse(item.GetString())));
    }

    private static DayOff ReadDayOff(JsonElement item, Decree? decree)
    {
        var kind = Text(item, "kind") switch
        {
            "holiday" => DayOffKind.Holiday,
            "movedByLaw" => DayOffKind.MovedByLaw,
            "movedByDecree" => DayOffKind.MovedByDecree,
            var other => throw new FormatException($"Unknown kind of a day off: {other}."),
        };
        var name = Text(item, "ru") is { } russian && Text(item, "en") is { } english ? new LocalizedName(russian, english) : null;
        return kind switch
        {
            DayOffKind.Holiday => new DayOff(Date(item, "date"), kind, Name: name),
            DayOffKind.MovedByLaw => new DayOff(Date(item, "date"), kind, Date(item, "from"), name),
            _ => new DayOff(Date(item, "date"), kind, Date(item, "from"), name, decree),
        };
    }

    private static void CheckTotals(JsonElement root, CalendarYear year)
    {
        var months = Items(root, "workingDaysByMonth").Select(item => item.GetInt32()).ToList();
        var computed = Enumerable.Range(1, 12).Select(year.WorkingDaysIn).ToList();
        if (months.Count > 0 && !months.SequenceEqual(computed))
        {
            throw new FormatException($"Working days by month of {year.Year} are given as {string.Join(' ', months)}, its days make {string.Join(' ', computed)}.");
        }

        if (root.TryGetProperty("workingDays", out var total) && total.GetInt32() != year.WorkingDays)
        {
            throw new FormatException($"{total.GetInt32()} working days are given for {year.Year}, its days make {year.WorkingDays}.");
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var array) ? array.EnumerateArray() : default;

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static LocalDate Date(JsonElement parent, string name) => Parse(parent.GetProperty(name).GetString());

    private static LocalDate Parse(string? date) => LocalDatePattern.Iso.Parse(date!).GetValueOrThrow();
}
