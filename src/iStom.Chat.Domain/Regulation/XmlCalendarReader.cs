using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// Reads a year as xmlcalendar publishes it, in its XML and in its JSON form. Neither names the decree, which is given with it;
/// why a day is off is worked out from the Labour Code and from where its rest was moved.
/// </summary>
public static partial class XmlCalendarReader
{
    /// <summary>What a published year says of one day.</summary>
    /// <param name="Date">The day.</param>
    /// <param name="IsOff">Nobody works.</param>
    /// <param name="IsShortened">People work an hour less.</param>
    /// <param name="From">The day off that was moved here.</param>
    /// <param name="Holiday">What the file calls it.</param>
    /// <param name="Line">Where it stands.</param>
    private sealed record Day(LocalDate Date, bool IsOff, bool IsShortened, LocalDate? From, string? Holiday, int? Line);

    /// <summary>The year that the file describes.</summary>
    /// <param name="text">XML or JSON.</param>
    /// <param name="decree">Null makes the year provisional.</param>
    /// <exception cref="XmlCalendarException">What cannot be read, and where.</exception>
    public static CalendarYear Read(string text, Decree? decree)
    {
        var (year, days) = text.TrimStart().StartsWith('<') ? ReadXml(text) : ReadJson(text);
        try
        {
            return YearOf(year, days, decree);
        }
        catch (ArgumentException contradiction)
        {
            throw new XmlCalendarException("calendar-contradiction", line: null, contradiction.Message);
        }
    }

    private static CalendarYear YearOf(int year, IReadOnlyCollection<Day> days, Decree? decree)
    {
        var law = LabourCode.Provisional(year);
        var off = days.Where(day => day.IsOff && !LabourCode.IsWeekend(day.Date)).Select(day => DayOffOf(day, law, decree));
        var worked = days.Where(day => !day.IsOff && LabourCode.IsWeekend(day.Date)).Select(day => new WorkingWeekend(day.Date, RestInsteadOf(day, days), decree));
        return new CalendarYear(year, decree, off, worked, days.Where(day => day.IsShortened).Select(day => day.Date));
    }

    private static DayOff DayOffOf(Day day, CalendarYear law, Decree? decree)
    {
        var byLaw = law.DayOffOn(day.Date);
        if (day.From is { } from)
        {
            return byLaw is { Kind: DayOffKind.MovedByLaw } && byLaw.MovedFrom == from ? byLaw : new(day.Date, DayOffKind.MovedByDecree, from, Decree: decree);
        }

        return byLaw ?? new(day.Date, DayOffKind.Holiday, Name: day.Holiday is { } name ? new(name, name) : new("Нерабочий день", "Day off"));
    }

    private static LocalDate RestInsteadOf(Day worked, IEnumerable<Day> days) =>
        days.FirstOrDefault(day => day.IsOff && day.From == worked.Date)?.Date
        ?? throw new XmlCalendarException("calendar-rest-unknown", worked.Line, Text(worked.Date));

    private static (int Year, List<Day> Days) ReadXml(string text)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException malformed)
        {
            throw new XmlCalendarException("calendar-malformed", malformed.LineNumber > 0 ? malformed.LineNumber : null, value: null);
        }

        var root = document.Root!;
        var year = YearOf(root.Attribute("year")?.Value, LineOf(root));
        var holidays = root.Descendants("holiday").ToLookup(holiday => holiday.Attribute("id")?.Value, holiday => holiday.Attribute("title")?.Value, StringComparer.Ordinal);
        return (year, [.. root.Descendants("day").Select(day => DayOf(day, year, holidays))]);
    }

    private static Day DayOf(XElement day, int year, ILookup<string?, string?> holidays)
    {
        var line = LineOf(day);
        var date = DateOf(day.Attribute("d")?.Value, year, line);
        var type = day.Attribute("t")?.Value;
        var from = day.Attribute("f")?.Value is { } moved ? DateOf(moved, year, line) : (LocalDate?)null;
        return type is "1" or "2" or "3"
            ? new(date, type == "1", type == "2", from, holidays[day.Attribute("h")?.Value].FirstOrDefault(), line)
            : throw new XmlCalendarException("calendar-day-unknown", line, type);
    }

    private static (int Year, List<Day> Days) ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var year = YearOf(root.GetProperty("year").ToString(), line: null);
            var moved = root.TryGetProperty("transitions", out var transitions)
                ? transitions.EnumerateArray().ToDictionary(move => DateOf(move.GetProperty("to").GetString(), year, line: null), move => DateOf(move.GetProperty("from").GetString(), year, line: null))
                : [];
            return (year, DaysOf(year, root.GetProperty("months"), moved));
        }
        catch (JsonException malformed)
        {
            throw new XmlCalendarException("calendar-malformed", (int?)malformed.LineNumber + 1, value: null);
        }
        catch (Exception incomplete) when (incomplete is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new XmlCalendarException("calendar-malformed", line: null, value: null);
        }
    }

    /// <summary>The JSON form lists every day off, weekends too: a weekend that is not listed is worked.</summary>
    private static List<Day> DaysOf(int year, JsonElement months, Dictionary<LocalDate, LocalDate> moved)
    {
        var listed = new List<Day>();
        foreach (var month in months.EnumerateArray())
        {
            var number = month.GetProperty("month").GetInt32();
            listed.AddRange((month.GetProperty("days").GetString() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(day =>
            {
                var date = DateOf($"{number:00}.{day.TrimEnd('*', '+').PadLeft(2, '0')}", year, line: null);
                return new Day(date, IsOff: !day.EndsWith('*'), day.EndsWith('*'), moved.TryGetValue(date, out var from) ? from : null, Holiday: null, Line: null);
            }));
        }

        var dates = listed.Select(day => day.Date).ToHashSet();
        var all = new DateInterval(new(year, 1, 1), new(year, 12, 31));
        return [.. listed, .. all.Where(date => LabourCode.IsWeekend(date) && !dates.Contains(date)).Select(date => new Day(date, IsOff: false, IsShortened: false, From: null, Holiday: null, Line: null))];
    }

    private static int YearOf(string? text, int? line) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var year) && year is >= 1992 and <= 2200 ? year : throw new XmlCalendarException("calendar-year-wrong", line, text);

    /// <summary>Month and day: "01.09".</summary>
    private static LocalDate DateOf(string? text, int year, int? line)
    {
        var match = MonthAndDay().Match(text ?? "");
        var (month, day) = match.Success ? (Number(match, "month"), Number(match, "day")) : (0, 0);
        return month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new(year, month, day)
            : throw new XmlCalendarException("calendar-date-wrong", line, text);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int LineOf(IXmlLineInfo info) => info.LineNumber;

    private static string Text(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<month>\d\d)\.(?<day>\d\d)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAndDay();
}
