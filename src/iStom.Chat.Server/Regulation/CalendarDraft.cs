using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Server.Regulation;

/// <summary>What somebody wants a year to be.</summary>
/// <param name="File">The whole year: xmlcalendar's XML or JSON, or this product's JSON; null keeps the days.</param>
/// <param name="Decree">Its title with date and number; null: the file's own, else the one that is there; empty: none yet.</param>
/// <param name="Days">Days that are otherwise; null: none.</param>
public sealed record CalendarDraft(string? File, string? Decree, IReadOnlyList<CalendarDayEdit>? Days)
{
    /// <summary>The year as it would be. Refuses what cannot be read with line and reason.</summary>
    public Decision<CalendarYear> Apply(CalendarYear current)
    {
        try
        {
            var decree = Decree is null ? current.Decree : Decree.Length == 0 ? null : Domain.Regulation.Decree.Parse(Decree);
            var year = File is null ? current : Read(File, decree);
            return year.Year != current.Year
                ? Refuse("calendar-year-wrong", line: null, $"{year.Year}")
                : year.With(Decree is null ? year.Decree : decree, Days ?? []);
        }
        catch (XmlCalendarException defect)
        {
            return Refuse(defect.Reason, defect.Line, defect.Value);
        }
        catch (Exception defect) when (defect is FormatException or ArgumentException)
        {
            return Refuse("calendar-contradiction", line: null, defect.Message);
        }
    }

    private static CalendarYear Read(string file, Decree? decree) =>
        file.Contains("\"country\"", StringComparison.Ordinal) ? CalendarYearReader.Read(file) : XmlCalendarReader.Read(file, decree);

    private static Refusal Refuse(string code, int? line, string? value)
    {
        var detail = new Dictionary<string, string>(StringComparer.Ordinal);
        if (line is { } number)
        {
            detail["line"] = $"{number}";
        }

        if (value is not null)
        {
            detail["value"] = value;
        }

        return new(code, detail);
    }
}
