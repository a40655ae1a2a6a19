using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

public class BusinessCalendarTests
{
    private static readonly DayHours NineToFive = DayHours.Of(new LocalTime(9, 0), new LocalTime(17, 0));
    private static readonly BusinessCalendar Office = new(DateTimeZone.Utc, WorkingWeek.MondayToFriday(NineToFive));
    private static readonly BusinessCalendar Never = new(DateTimeZone.Utc, WorkingWeek.Closed);
    private static readonly BusinessCalendar Always = new(DateTimeZone.Utc, WorkingWeek.AlwaysOpen);
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 12, 0);

    [Fact]
    public void Zero_returns_the_instant_itself_open_or_not()
    {
        var saturday = Instant.FromUtc(2026, 11, 21, 12, 0);
        Office.Add(saturday, Duration.Zero).ShouldBe(saturday);
        Office.Subtract(saturday, Duration.Zero).ShouldBe(saturday);
        Never.Add(saturday, Duration.Zero).ShouldBe(saturday);
    }

    [Fact]
    public void Breaks_do_not_count()
    {
        var hours = DayHours.Of([new(new(9, 0), new(13, 0)), new(new(14, 0), new(18, 0))]);
        var calendar = new BusinessCalendar(DateTimeZone.Utc, WorkingWeek.MondayToFriday(hours));
        calendar.Add(Monday, Duration.FromHours(1)).ShouldBe(Instant.FromUtc(2026, 11, 16, 13, 0));
        calendar.Add(Monday, Duration.FromHours(2)).ShouldBe(Instant.FromUtc(2026, 11, 16, 15, 0));
        calendar.IsOpen(Instant.FromUtc(2026, 11, 16, 13, 30)).ShouldBeFalse();
        calendar.NextOpening(Instant.FromUtc(2026, 11, 16, 13, 0)).ShouldBe(Instant.FromUtc(2026, 11, 16, 14, 0));
    }

    [Fact]
    public void Hours_past_midnight_are_one_opening()
    {
        var night = WorkingWeek.Closed
            .With(IsoDayOfWeek.Friday, DayHours.Of(new LocalTime(22, 0), LocalTime.Midnight))
            .With(IsoDayOfWeek.Saturday, DayHours.Of(LocalTime.Midnight, new LocalTime(2, 0)));
        var calendar = new BusinessCalendar(DateTimeZone.Utc, night);
        calendar.NextClosing(Monday).ShouldBe(Instant.FromUtc(2026, 11, 21, 2, 0));
        calendar.IsOpen(Instant.FromUtc(2026, 11, 21, 0, 0)).ShouldBeTrue();
        calendar.OpeningsBetween(Monday, Monday + Duration.FromDays(7)).ShouldHaveSingleItem().Duration.ShouldBe(Duration.FromHours(4));
    }

    [Theory]
    [InlineData(2026, 3, 29, 5)] // 2:00 to 3:00 is skipped
    [InlineData(2026, 10, 25, 7)] // 2:00 to 3:00 comes twice
    [InlineData(2026, 11, 1, 6)]
    public void The_length_of_a_night_shift_is_real_time(int year, int month, int day, int hours)
    {
        var sunday = WorkingWeek.Closed.With(IsoDayOfWeek.Sunday, DayHours.Of(LocalTime.Midnight, new LocalTime(6, 0)));
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var start = zone.AtStartOfDay(new LocalDate(year, month, day)).ToInstant();
        new BusinessCalendar(zone, sunday).Between(start, start + Duration.FromHours(30)).ShouldBe(Duration.FromHours(hours));
    }

    [Fact]
    public void Hours_inside_a_repeated_hour_are_open_twice()
    {
        var sunday = WorkingWeek.Closed.With(IsoDayOfWeek.Sunday, DayHours.Of(new LocalTime(2, 0), new LocalTime(2, 30)));
        var calendar = new BusinessCalendar(DateTimeZoneProviders.Tzdb["Europe/Berlin"], sunday);
        calendar.OpeningsBetween(Instant.FromUtc(2026, 10, 24, 22, 0), Instant.FromUtc(2026, 10, 25, 22, 0)).ShouldBe(
            [Of(2026, 10, 25, 0, 0, 30), Of(2026, 10, 25, 1, 0, 30)]);
    }

    [Fact]
    public void Hours_inside_a_skipped_hour_do_not_occur()
    {
        var sunday = WorkingWeek.Closed.With(IsoDayOfWeek.Sunday, DayHours.Of(new LocalTime(2, 0), new LocalTime(2, 30)));
        var calendar = new BusinessCalendar(DateTimeZoneProviders.Tzdb["Europe/Berlin"], sunday);
        calendar.NextOpening(Instant.FromUtc(2026, 3, 28, 12, 0)).ShouldBe(Instant.FromUtc(2026, 4, 5, 0, 0));
    }

    [Fact]
    public void Exceptions_close_a_day_or_give_it_hours_of_its_own()
    {
        var exceptions = new Dictionary<LocalDate, DayHours>
        {
            [new LocalDate(2026, 11, 17)] = DayHours.Closed,
            [new LocalDate(2026, 11, 21)] = DayHours.Of(new LocalTime(10, 0), new LocalTime(11, 0)),
        };
        var calendar = new BusinessCalendar(DateTimeZone.Utc, WorkingWeek.MondayToFriday(NineToFive), exceptions);
        exceptions.Clear(); // the calendar has its own copy
        calendar.Add(Monday, Duration.FromHours(6)).ShouldBe(Instant.FromUtc(2026, 11, 18, 10, 0));
        calendar.IsOpen(Instant.FromUtc(2026, 11, 21, 10, 30)).ShouldBeTrue();
        calendar.HoursOf(new LocalDate(2026, 11, 17)).IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void A_calendar_that_never_opens_says_so_at_once()
    {
        Never.IsOpen(Monday).ShouldBeFalse();
        Never.Between(Monday, Monday + Duration.FromDays(1000)).ShouldBe(Duration.Zero);
        Should.Throw<InvalidOperationException>(() => Never.Add(Monday, Duration.Epsilon)).Message.ShouldContain("never");
        Should.Throw<InvalidOperationException>(() => Never.Subtract(Monday, Duration.Epsilon)).Message.ShouldContain("never");
        Should.Throw<InvalidOperationException>(() => Never.NextOpening(Monday)).Message.ShouldContain("never opens");
        Should.Throw<InvalidOperationException>(() => Never.NextClosing(Monday)).Message.ShouldContain("never closes");
        Should.Throw<InvalidOperationException>(() => Never.PreviousClosing(Monday)).Message.ShouldContain("never closed");
    }

    [Fact]
    public void A_calendar_that_never_closes_counts_real_time()
    {
        Always.Add(Monday, Duration.FromDays(40_000)).ShouldBe(Monday + Duration.FromDays(40_000));
        Always.Subtract(Monday, Duration.FromDays(40_000)).ShouldBe(Monday - Duration.FromDays(40_000));
        Should.Throw<ArgumentOutOfRangeException>(() => Always.Add(Monday, Duration.FromDays(70_000)));
        Should.Throw<ArgumentOutOfRangeException>(() => Always.Add(Monday, Duration.FromDays(100_000)));
        Should.Throw<ArgumentOutOfRangeException>(() => Always.Subtract(Monday, Duration.FromDays(100_000)));
        Always.NextOpening(Monday).ShouldBe(Monday);
        Should.Throw<InvalidOperationException>(() => Always.NextClosing(Monday)).Message.ShouldContain("never closes");
    }

    [Fact]
    public void Absurd_instants_and_amounts_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Office.IsOpen(Instant.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => Office.IsOpen(Instant.MinValue));
        Should.Throw<ArgumentOutOfRangeException>(() => Office.Add(Monday, Duration.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => Office.Add(Monday, Duration.MinValue));
        Should.Throw<ArgumentOutOfRangeException>(() => Office.Add(Monday, Duration.FromDays(100 * 365))); // 400 years of office hours
        Should.Throw<ArgumentOutOfRangeException>(() => Office.Subtract(Monday, Duration.FromDays(100 * 365)));
        Should.Throw<ArgumentException>(() => Office.OpeningsBetween(Monday, Monday - Duration.Epsilon));
    }

    [Fact]
    public void Every_supported_year_can_be_reached()
    {
        var first = Instant.FromUtc(BusinessCalendar.FirstYear, 1, 1, 0, 0);
        var last = Instant.FromUtc(BusinessCalendar.LastYear, 12, 31, 23, 59);
        Office.Add(first, Office.Between(first, last)).ShouldBe(Instant.FromUtc(BusinessCalendar.LastYear, 12, 31, 17, 0));
        Office.PreviousClosing(last).ShouldBe(Instant.FromUtc(BusinessCalendar.LastYear, 12, 31, 17, 0));
    }

    [Fact]
    public void Asking_from_many_threads_gives_every_one_the_same_answers()
    {
        var expected = Enumerable.Range(0, 64).Select(i => Office.Add(Far(i), Duration.FromHours(3000))).ToList();
        for (var round = 0; round < 10; round++)
        {
            var fresh = new BusinessCalendar(DateTimeZone.Utc, WorkingWeek.MondayToFriday(NineToFive));
            var answers = new Instant[64];
            Parallel.For(0, 64, i => answers[i] = fresh.Add(Far(i), Duration.FromHours(3000)));
            answers.ShouldBe(expected);
        }
    }

    [Fact]
    public void A_deadline_allocates_nothing()
    {
        const int Times = 1000;
        const long SmallestObject = 24;
        var clock = PromiseClock.Default.WorkingTime;
        var due = clock.Add(Monday, Duration.FromHours(18));
        Ask(clock, due);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
        {
            Ask(clock, due);
        }

        // A collection in between counts the rest of the thread's allocation buffer, up to 8 kB, as allocated.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Times * SmallestObject);
    }

    private static void Ask(BusinessCalendar calendar, Instant due)
    {
        calendar.Add(Monday, Duration.FromHours(18));
        calendar.Subtract(due, Duration.FromHours(2));
        calendar.Between(Monday, due);
        calendar.IsOpen(due);
        calendar.NextOpening(due);
        calendar.NextClosing(due);
        calendar.PreviousClosing(due);
    }

    private static Instant Far(int step) => Instant.FromUtc(1901 + (step * 37 % 270), 5, 5, 20, 0);

    private static Interval Of(int year, int month, int day, int hour, int minute, int length)
    {
        var start = Instant.FromUtc(year, month, day, hour, minute);
        return new Interval(start, start + Duration.FromMinutes(length));
    }
}
