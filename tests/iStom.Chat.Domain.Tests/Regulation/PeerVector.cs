using System.Text.Json;
using iStom.Chat.Domain.Regulation;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>One worked example out of the tests of a peer's business-time library (peer-vectors.jsonl).</summary>
internal sealed record PeerVector(string Id, string Op, JsonElement Json)
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static IReadOnlyDictionary<string, PeerVector> All { get; } = TestFile.Lines("peer-vectors.jsonl")
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(json => new PeerVector(json.GetProperty("id").GetString()!, json.GetProperty("op").GetString()!, json))
        .ToDictionary(vector => vector.Id, StringComparer.Ordinal);

    public bool IsLibrarySpecific =>
        Json.TryGetProperty("tags", out var tags) && tags.EnumerateArray().Any(tag => tag.GetString() is "lib-specific");

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Json.GetProperty("timezone").GetString()!];

    public Duration Amount => Duration.FromSeconds(Json.GetProperty("amount").GetInt64());

    public JsonElement Expected => Json.GetProperty("expected");

    public BusinessCalendar Calendar => new(Zone, Week(), Exceptions());

    public Instant Instant(string property)
    {
        var text = Json.GetProperty(property).GetString()!;
        return text.Length > 19
            ? OffsetDateTimePattern.Rfc3339.Parse(text).GetValueOrThrow().ToInstant()
            : LocalDateTimePattern.GeneralIso.Parse(text).GetValueOrThrow().InZoneStrictly(Zone).ToInstant();
    }

    private static DayHours Hours(JsonElement ranges) => DayHours.Of(ranges.EnumerateArray().Select(range => new HoursRange(Time(range[0]), Time(range[1]))));

    private static LocalTime Time(JsonElement text) => text.GetString() switch
    {
        "24:00" => LocalTime.Midnight,
        { Length: 5 } minutes => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(minutes).Value,
        var seconds => LocalTimePattern.GeneralIso.Parse(seconds!).Value,
    };

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private WorkingWeek Week() => Json.GetProperty("week").EnumerateObject().Aggregate(
        WorkingWeek.Closed, (week, day) => week.With((IsoDayOfWeek)(Array.IndexOf(Days, day.Name) + 1), Hours(day.Value)));

    private Dictionary<LocalDate, DayHours> Exceptions()
    {
        var exceptions = Json.GetProperty("holidays").EnumerateArray().ToDictionary(day => Date(day.GetString()!), _ => DayHours.Closed);
        if (Json.TryGetProperty("overrides", out var overrides))
        {
            foreach (var day in overrides.EnumerateObject())
            {
                exceptions[Date(day.Name)] = Hours(day.Value);
            }
        }

        return exceptions;
    }
}
