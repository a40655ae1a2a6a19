using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Tickets;

public class SubjectTests
{
    [Theory]
    [InlineData("Не печатает", "Не печатает")]
    [InlineData("Первая строка\nвторая", "Первая строка")]
    [InlineData("  \n\n Первая строка \t\nвторая", "Первая строка")]
    [InlineData("одна строка  ", "одна строка")]
    [InlineData("", "")]
    public void It_is_the_first_line_that_says_something(string text, string subject) =>
        TicketOpening.SubjectOf(text).ShouldBe(subject);

    [Theory]
    [InlineData(119)]
    [InlineData(120)]
    public void What_fits_stays_whole(int length)
    {
        var text = new string('я', length);
        TicketOpening.SubjectOf(text).ShouldBe(text);
        TicketOpening.SubjectOf(text + "\nдальше").ShouldBe(text);
    }

    [Fact]
    public void What_is_longer_ends_in_an_ellipsis_that_fits_as_well() =>
        TicketOpening.SubjectOf(new string('я', 121)).ShouldBe(new string('я', 119) + "…");

    [Theory]
    [InlineData(117, "🦷…")] // the pair ends with the 119th unit: it stays
    [InlineData(118, "…")] // it would be torn: it goes
    [InlineData(119, "…")]
    public void A_pair_of_surrogates_is_never_torn(int before, string end) =>
        TicketOpening.SubjectOf(new string('я', before) + "🦷🦷🦷").ShouldBe(new string('я', before) + end);

    [Fact]
    public void A_pair_that_ends_at_the_limit_stays() =>
        TicketOpening.SubjectOf(new string('я', 118) + "🦷").ShouldBe(new string('я', 118) + "🦷");
}
