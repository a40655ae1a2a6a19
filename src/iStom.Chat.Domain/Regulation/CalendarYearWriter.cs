using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Domain.Regulation;

/// <summary>Writes a year of the production calendar as JSON: what <see cref="CalendarYearReader"/> reads.</summary>
public static class CalendarYearWriter
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CalendarYear year) => new JsonObject
    {
        ["country"] = "RU",
        ["year"] = year.Year,
        ["status"] = year.IsProvisional ? "provisional" : "approved",
        ["decree"] = year.Decree?.Title,
        ["daysOff"] = new JsonArray([.. year.DaysOff.Select(Write)]),
        ["workingWeekends"] = new JsonArray([.. year.WorkingWeekends.Select(day =>
            new JsonObject { ["date"] = Iso(day.Date), ["restMovedTo"] = Iso(day.RestMovedTo) })]),
        ["shortened"] = new JsonArray([.. year.Shortened.Select(date => (JsonNode)Iso(date))]),
        ["workingDays"] = year.WorkingDays,
    }.ToJsonString(Readable);

    private static JsonObject Write(DayOff day)
    {
        var written = new JsonObject
        {
            ["date"] = Iso(day.Date),
            ["kind"] = day.Kind switch
            {
                DayOffKind.MovedByLaw => "movedByLaw",
                DayOffKind.MovedByDecree => "movedByDecree",
                _ => "holiday",
            },
        };
        if (day.MovedFrom is { } from)
        {
            written["from"] = Iso(from);
        }

        if (day.Name is { } name)
        {
            (written["ru"], written["en"]) = (name.Russian, name.English);
        }

        return written;
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
