using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>One year of the production calendar of Russia, five-day week. Immutable.</summary>
public sealed class CalendarYear : IKept
{
    private readonly FrozenDictionary<LocalDate, DayOff> _daysOff;
    private readonly FrozenDictionary<LocalDate, WorkingWeekend> _workingWeekends;
    private readonly FrozenSet<LocalDate> _shortened;

    /// <summary>A year with these deviations from "Monday to Friday are working days".</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="decree">Null makes the year provisional.</param>
    /// <param name="daysOff">Days off that are not ordinary weekends.</param>
    /// <param name="workingWeekends">Saturdays and Sundays on which people work.</param>
    /// <param name="shortened">Working days that are an hour shorter by the Labour Code (art. 95).</param>
    /// <exception cref="ArgumentException">A date of another year, a working day that is no weekend day, or a contradiction.</exception>
    public CalendarYear(
        int year,
        Decree? decree,
        IEnumerable<DayOff> daysOff,
        IEnumerable<WorkingWeekend> workingWeekends,
        IEnumerable<LocalDate> shortened)
    {
        (Year, Decree) = (year, decree);
        _daysOff = daysOff.ToFrozenDictionary(day => day.Date);
        _workingWeekends = workingWeekends.ToFrozenDictionary(day => day.Date);
        _shortened = shortened.ToFrozenSet();
        Check(_daysOff.Keys.Concat(_workingWeekends.Keys).Concat(_shortened).All(date => date.Year == year), "a date of another year", nameof(year));
        Check(_workingWeekends.Keys.All(LabourCode.IsWeekend), "a working weekend on a weekday", nameof(workingWeekends));
        Check(!_workingWeekends.Keys.Any(_daysOff.ContainsKey), "a day that is both off and working", nameof(daysOff));
        Check(_shortened.All(IsWorkingDay), "a shortened day that is off", nameof(shortened));
        Edition = EditionOf();
    }

    public int Year { get; }

    /// <summary>The same in every database.</summary>
    public Guid Id => KeyOf(Year);

    Guid IKept.Key => Id;

    string IKept.Title => Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The decree with the year's transfers; null while there is none.</summary>
    public Decree? Decree { get; }

    /// <summary>Computed from the Labour Code alone: the transfers are not known yet.</summary>
    public bool IsProvisional => Decree is null;

    /// <summary>
    /// Short and stable: country, year, decree number (or "provisional") and a fingerprint of the working days, so that
    /// a corrected list of days under the same decree is another edition. Say, "ru-2026/1466/0a1b2c3d".
    /// </summary>
    public string Edition { get; }

    /// <summary>The number of working days in the year.</summary>
    public int WorkingDays => Enumerable.Range(1, 12).Sum(WorkingDaysIn);

    /// <summary>Working days that the Labour Code shortens by an hour, in order (art. 95).</summary>
    public ImmutableArray<LocalDate> Shortened => [.. _shortened.Order()];

    /// <summary>Saturdays and Sundays on which people work, in order.</summary>
    public ImmutableArray<WorkingWeekend> WorkingWeekends => [.. _workingWeekends.Values.OrderBy(day => day.Date)];

    /// <summary>Days off that are not ordinary weekends, in order.</summary>
    public ImmutableArray<DayOff> DaysOff => [.. _daysOff.Values.OrderBy(day => day.Date)];

    /// <summary>The id under which a year is kept.</summary>
    public static Guid KeyOf(int year) => new(year, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>The same year with some days otherwise.</summary>
    /// <param name="decree">The decree from now on; null makes the year provisional.</param>
    /// <param name="edits">Each date once or the last one counts.</param>
    /// <exception cref="FormatException">An edit that lacks what its kind needs.</exception>
    /// <exception cref="ArgumentException">As the constructor's.</exception>
    public CalendarYear With(Decree? decree, IReadOnlyCollection<CalendarDayEdit> edits)
    {
        var days = edits.GroupBy(edit => edit.Date).Select(same => same.Last()).ToDictionary(edit => edit.Date);
        bool IsKept(LocalDate date) => !days.ContainsKey(date);
        return new(
            Year,
            decree,
            [.. DaysOff.Where(day => IsKept(day.Date)), .. days.Values.Select(edit => edit.DayOff(decree)).OfType<DayOff>()],
            [.. WorkingWeekends.Where(day => IsKept(day.Date)), .. days.Values.Select(edit => edit.WorkingWeekend(decree)).OfType<WorkingWeekend>()],
            [.. Shortened.Where(IsKept), .. days.Values.Where(edit => edit.Kind == CalendarDayKind.Shortened).Select(edit => edit.Date)]);
    }

    /// <summary>Whether people work on this date of the year.</summary>
    public bool IsWorkingDay(LocalDate date) => LabourCode.IsWeekend(date)
        ? _workingWeekends.ContainsKey(date)
        : !_daysOff.ContainsKey(date);

    /// <summary>Whether the working day is an hour shorter by the Labour Code. The regulation itself names no such days.</summary>
    public bool IsShortened(LocalDate date) => _shortened.Contains(date);

    /// <summary>Why nobody works on this date of the year; null on a working day. A weekend that is a holiday says so.</summary>
    public DayOff? DayOffOn(LocalDate date)
    {
        if (IsWorkingDay(date))
        {
            return null;
        }

        if (_daysOff.TryGetValue(date, out var day))
        {
            return day;
        }

        return LabourCode.HolidayOn(date) is { } holiday
            ? new DayOff(date, DayOffKind.Holiday, Name: holiday)
            : new DayOff(date, DayOffKind.Weekend);
    }

    /// <summary>The transfer that makes people work on this weekend day; null on any other day.</summary>
    public WorkingWeekend? WorkingWeekendOn(LocalDate date) => _workingWeekends.GetValueOrDefault(date);

    /// <summary>The number of working days in a month, 1 to 12.</summary>
    public int WorkingDaysIn(int month) => Enumerable
        .Range(1, CalendarSystem.Iso.GetDaysInMonth(Year, month))
        .Count(day => IsWorkingDay(new LocalDate(Year, month, day)));

    private string EditionOf()
    {
        var facts = _daysOff.Keys.Where(date => !LabourCode.IsWeekend(date)).Order().Select(date => $"-{date:MM-dd}")
            .Concat(_workingWeekends.Keys.Order().Select(date => $"+{date:MM-dd}"))
            .Concat(_shortened.Order().Select(date => $"~{date:MM-dd}"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(facts)));
        var fingerprint = Convert.ToHexStringLower(hash.AsSpan(0, 4));
        return string.Create(CultureInfo.InvariantCulture, $"ru-{Year}/{Decree?.Number ?? "provisional"}/{fingerprint}");
    }

    private void Check(bool holds, string defect, string parameter)
    {
        if (!holds)
        {
            throw new ArgumentException($"The production calendar of {Year} has {defect}.", parameter);
        }
    }
}
