using System.Globalization;
using System.Text;
using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>Years as xmlcalendar publishes them, in both forms.</summary>
public sealed class XmlCalendarTests
{
    private static readonly Decree Decree = Decree.Parse("Постановление Правительства РФ от 24.09.2025 № 1466");

    public static TheoryData<int> Years => [2023, 2024, 2025, 2026];

    [Theory]
    [MemberData(nameof(Years))]
    public void The_xml_form_of_a_year_gives_the_days_that_are_known(int year)
    {
        var known = ProductionCalendar.Embedded[year];
        ShouldBeSame(XmlCalendarReader.Read(XmlOf(known), known.Decree), known);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void So_does_the_json_form(int year)
    {
        var known = ProductionCalendar.Embedded[year];
        ShouldBeSame(XmlCalendarReader.Read(JsonOf(known), known.Decree), known);
    }

    [Fact]
    public void Without_its_decree_a_year_is_provisional() =>
        XmlCalendarReader.Read(XmlOf(ProductionCalendar.Embedded[2026]), decree: null).IsProvisional.ShouldBeTrue();

    [Theory]
    [InlineData("<calendar year=\"2026\">\n<days>\n<day d=\"13.01\" t=\"1\"/></days></calendar>", "calendar-date-wrong", 3)]
    [InlineData("<calendar year=\"2026\">\n<days>\n<day d=\"02.29\" t=\"1\"/></days></calendar>", "calendar-date-wrong", 3)]
    [InlineData("<calendar year=\"2026\">\n<days>\n<day d=\"01.09\" t=\"7\"/></days></calendar>", "calendar-day-unknown", 3)]
    [InlineData("<calendar year=\"MMXXVI\"/>", "calendar-year-wrong", 1)]
    [InlineData("<calendar year=\"2026\">\n<days>\n<day d=\"01.10\" t=\"3\"/></days></calendar>", "calendar-rest-unknown", 3)]
    [InlineData("<calendar year=\"2026\">\n<days>", "calendar-malformed", 2)]
    [InlineData("{\n\"year\": 2026,\n\"months\": ]", "calendar-malformed", 3)]
    public void A_bad_file_is_refused_with_the_line_and_the_reason(string text, string reason, int line)
    {
        var refused = Should.Throw<XmlCalendarException>(() => XmlCalendarReader.Read(text, Decree));
        (refused.Reason, refused.Line).ShouldBe((reason, line));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><calendar year=\"2026\"/>", "calendar-malformed")]
    [InlineData("{\"year\": 2026}", "calendar-malformed")]
    [InlineData("[]", "calendar-malformed")]
    [InlineData("", "calendar-malformed")]
    [InlineData("{\"year\": 2026, \"months\": [{\"month\": 2, \"days\": \"30\"}]}", "calendar-date-wrong")]
    [InlineData("<calendar year=\"2026\"><days><day d=\"01.09\" t=\"1\"/><day d=\"01.09\" t=\"1\"/></days></calendar>", "calendar-contradiction")]
    public void So_is_one_without_a_line_to_name(string text, string reason) =>
        Should.Throw<XmlCalendarException>(() => XmlCalendarReader.Read(text, Decree)).Reason.ShouldBe(reason);

    private static void ShouldBeSame(CalendarYear read, CalendarYear known)
    {
        read.Edition.ShouldBe(known.Edition);
        read.DaysOff.ShouldBe(known.DaysOff.Where(day => !LabourCode.IsWeekend(day.Date)));
        read.WorkingWeekends.ShouldBe(known.WorkingWeekends);
        read.Shortened.ShouldBe(known.Shortened);
    }

    private static string XmlOf(CalendarYear year)
    {
        var days = new StringBuilder();
        foreach (var day in Days(year))
        {
            var (off, shortened) = (!year.IsWorkingDay(day), year.IsShortened(day));
            if (off != LabourCode.IsWeekend(day) || shortened)
            {
                var from = year.DayOffOn(day)?.MovedFrom is { } moved ? $" f=\"{MonthDay(moved)}\"" : "";
                days.Append(CultureInfo.InvariantCulture, $"<day d=\"{MonthDay(day)}\" t=\"{(off ? 1 : shortened ? 2 : 3)}\"{from}/>\n");
            }
        }

        return $"<calendar year=\"{year.Year}\" lang=\"ru\" country=\"ru\"><holidays/><days>\n{days}</days></calendar>";
    }

    private static string JsonOf(CalendarYear year)
    {
        var months = Enumerable.Range(1, 12).Select(month => $$"""{"month":{{month}},"days":"{{string.Join(',', Days(year).Where(day => day.Month == month).Select(day => Mark(year, day)).OfType<string>())}}"}""");
        var moves = year.DaysOff.Where(day => day.MovedFrom is not null).Select(day => $$"""{"from":"{{MonthDay(day.MovedFrom!.Value)}}","to":"{{MonthDay(day.Date)}}"}""");
        return $$"""{"year":{{year.Year}},"months":[{{string.Join(',', months)}}],"transitions":[{{string.Join(',', moves)}}]}""";
    }

    private static string? Mark(CalendarYear year, LocalDate day) =>
        year.IsShortened(day) ? $"{day.Day}*" : year.IsWorkingDay(day) ? null : year.DayOffOn(day)!.MovedFrom is null ? $"{day.Day}" : $"{day.Day}+";

    private static DateInterval Days(CalendarYear year) => new(new(year.Year, 1, 1), new(year.Year, 12, 31));

    private static string MonthDay(LocalDate date) => date.ToString("MM.dd", CultureInfo.InvariantCulture);
}
