using FsCheck;
using FsCheck.Fluent;
using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>A random calendar and a random instant near something that may go wrong in it.</summary>
internal sealed record RandomCase(DateTimeZone Zone, WorkingWeek Week, Dictionary<LocalDate, DayHours> Exceptions, Instant Start, int Minutes)
{
    public BusinessCalendar Calendar => new(Zone, Week, Exceptions);

    public NaiveCalendar Oracle => new(Zone, date => Exceptions.TryGetValue(date, out var hours) ? hours : Week[date.DayOfWeek]);

    public override string ToString() =>
        $"{Zone.Id}, start {Start}, {Minutes} min; week {string.Join(" | ", Enumerable.Range(1, 7).Select(day => Text(Week[(IsoDayOfWeek)day])))}; "
        + $"exceptions {string.Join(", ", Exceptions.Select(pair => $"{pair.Key:uuuu-MM-dd} {Text(pair.Value)}"))}";

    private static string Text(DayHours hours) => string.Join('+', hours.Ranges.Select(range => $"{range.From:HH:mm}-{range.Until:HH:mm}"));
}

/// <summary>Random weeks with breaks and nights, holidays, special days, and zones with every kind of daylight saving.</summary>
internal static class RandomCalendars
{
    /// <summary>Zone and date of a change: hours and half hours skipped and repeated, at midnight, a whole day left out, none at all.</summary>
    private static readonly (string Zone, LocalDate Change)[] Changes =
    [
        ("Europe/Moscow", new(2026, 11, 4)), ("Europe/Moscow", new(2014, 10, 26)), ("Europe/Moscow", new(2011, 3, 27)),
        ("Europe/Berlin", new(2026, 3, 29)), ("Europe/Berlin", new(2026, 10, 25)), ("America/New_York", new(2027, 3, 14)),
        ("Australia/Lord_Howe", new(2026, 4, 5)), ("Australia/Lord_Howe", new(2026, 10, 4)), ("America/Sao_Paulo", new(2018, 11, 4)),
        ("America/Sao_Paulo", new(2019, 2, 17)), ("Pacific/Apia", new(2011, 12, 30)), ("Asia/Kathmandu", new(2026, 1, 1)),
        ("Africa/Cairo", new(2026, 4, 24)), ("Etc/UTC", new(2027, 12, 31)),
    ];

    public static Arbitrary<RandomCase> Cases { get; } = Arb.From(
        from change in Gen.Elements(Changes)
        from week in Gen.ArrayOf(Hours, 7)
        from exceptions in Gen.ArrayOf(Exception(change.Change))
        from offset in Gen.Choose(-4 * 24 * 60, 2 * 24 * 60)
        from minutes in Gen.OneOf(Gen.Choose(0, 180), Gen.Choose(0, 2500), Boundary(week))
        select Case(change, week, exceptions, offset, minutes));

    private static Gen<DayHours> Hours => Gen.Frequency(
        (2, Gen.Constant(DayHours.Closed)),
        (1, Gen.Constant(DayHours.AllDay)),
        (2, Gen.Constant(DayHours.Of(new LocalTime(10, 0), new LocalTime(19, 0)))),
        (5, Gen.Choose(1, 3).SelectMany(ranges => Gen.ArrayOf(Gen.Choose(0, 96), ranges * 2)).Select(FromQuarters)));

    private static Gen<(LocalDate Date, DayHours Hours)> Exception(LocalDate around) =>
        from day in Gen.Choose(-7, 9)
        from hours in Hours
        select (around.PlusDays(day), hours);

    /// <summary>Amounts that end exactly where a day does.</summary>
    private static Gen<int> Boundary(DayHours[] week) => Gen.Choose(1, 7).Select(days =>
        (int)week.Take(days).Aggregate(Duration.Zero, (sum, hours) => sum + hours.Length).TotalMinutes);

    private static DayHours FromQuarters(int[] quarters)
    {
        var marks = quarters.Distinct().Order().ToList();
        return DayHours.Of(Enumerable.Range(0, marks.Count / 2).Select(i => new HoursRange(Quarter(marks[2 * i]), Quarter(marks[(2 * i) + 1]))));
    }

    private static LocalTime Quarter(int quarter) => LocalTime.Midnight.PlusMinutes(15 * (quarter % 96));

    private static RandomCase Case(
        (string Zone, LocalDate Change) change, DayHours[] week, (LocalDate Date, DayHours Hours)[] exceptions, int offset, int minutes)
    {
        var zone = DateTimeZoneProviders.Tzdb[change.Zone];
        var days = Enumerable.Range(0, 7).Aggregate(WorkingWeek.Closed, (sum, day) => sum.With((IsoDayOfWeek)(day + 1), week[day]));
        days = week.All(day => day.IsClosed) ? WorkingWeek.MondayToFriday(FromQuarters([40, 76])) : days;
        days = week.All(day => day.Length == Duration.FromHours(24)) ? days.With(IsoDayOfWeek.Sunday, DayHours.Closed) : days;
        var start = zone.AtLeniently(change.Change.AtMidnight()).ToInstant() + Duration.FromMinutes(offset / 5 * 5);
        return new RandomCase(
            zone, days, exceptions.GroupBy(day => day.Date).ToDictionary(group => group.Key, group => group.Last().Hours), start, minutes);
    }
}
