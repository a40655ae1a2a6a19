using iStom.Chat.Domain.Regulation;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

public class CalendarYearReaderTests
{
    private const string Good = """
        { "country": "RU", "year": 2028, "status": "approved", "decree": "Постановление Правительства РФ от 20.09.2027 № 77",
          "daysOff": [ { "date": "2028-01-03", "kind": "holiday", "ru": "Новогодние каникулы", "en": "New Year holidays" } ],
          "workingWeekends": [ { "date": "2028-01-15", "kind": "workingByDecree", "restMovedTo": "2028-01-17" } ],
          "shortened": [ "2028-02-22" ], "workingDays": 260 }
        """;

    [Fact]
    public void A_year_is_read_from_its_file()
    {
        var year = CalendarYearReader.Read(Good);
        year.Year.ShouldBe(2028);
        year.WorkingDays.ShouldBe(260);
        year.Decree!.Number.ShouldBe("77");
    }

    [Theory]
    [InlineData("\"status\": \"approved\"", "\"status\": \"draft\"")]
    [InlineData("\"decree\": ", "\"unsigned\": ")]
    public void Without_an_approved_decree_the_year_is_provisional(string was, string becomes) =>
        CalendarYearReader.Read(Good.Replace(was, becomes, StringComparison.Ordinal)).IsProvisional.ShouldBeTrue();

    [Theory]
    [InlineData("260", "261", "261 working days")]
    [InlineData("\"RU\"", "\"BY\"", "Russia")]
    [InlineData("\"holiday\"", "\"feast\"", "feast")]
    [InlineData("2028-01-03", "2027-01-04", "another year")]
    [InlineData("2028-01-03", "3.1.2028", "production calendar")]
    [InlineData("2028-01-15", "2028-01-14", "weekday")]
    [InlineData("2028-01-03", "2028-01-15", "both off and working")]
    [InlineData("2028-02-22", "2028-02-20", "shortened day that is off")]
    [InlineData("№ 77", "77", "№")]
    [InlineData("20.09.2027", "31.09.2027", "31.09.2027")]
    [InlineData("{ \"country\"", "[ \"country\"", "production calendar")]
    [InlineData("\"year\": 2028,", "", "production calendar")]
    public void A_defective_file_is_refused_with_its_defect(string was, string becomes, string says) =>
        Should.Throw<FormatException>(() => CalendarYearReader.Read(Good.Replace(was, becomes, StringComparison.Ordinal)))
            .Message.ShouldContain(says);

    [Fact]
    public void Months_that_do_not_add_up_are_refused() =>
        Should.Throw<FormatException>(() => CalendarYearReader.Read(
            Good.Replace("\"workingDays\": 260", "\"workingDaysByMonth\": [1,2,3,4,5,6,7,8,9,10,11,12]", StringComparison.Ordinal)));
}
