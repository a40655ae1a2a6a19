using System.Globalization;
using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Regulation.MoscowTime;

namespace iStom.Chat.Domain.Tests.Regulation;

public class ExplanationTests
{
    private static readonly PromiseClock Clock = PromiseClock.Default;

    public static TheoryData<string> ApprovedCases =>
        [.. TestFile.Lines("Explanations.approved.txt").Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])];

    [Theory]
    [MemberData(nameof(ApprovedCases))]
    public void A_promise_explains_itself_in_both_languages_as_approved(string heading)
    {
        var approved = TestFile.Lines("Explanations.approved.txt")
            .SkipWhile(line => !string.Equals(line, $"## {heading}", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length > 0);
        var (level, start) = (Enum.Parse<SupportLevel>(heading.Split(' ')[0]), At(heading[(heading.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        var promise = Clock.PromiseFor(level, start);
        Clock.Explain(promise, Language.Russian).Concat(Clock.Explain(promise, Language.English)).ShouldBe(approved);
    }

    [Fact]
    public void At_least_a_dozen_cases_are_approved() => ApprovedCases.Count.ShouldBeGreaterThanOrEqualTo(12);

    [Theory]
    [InlineData("2026-10-30 18:00")]
    [InlineData("2025-12-30 17:30:59.999")]
    [InlineData("2026-11-21 12:00")]
    [InlineData("2026-11-20 18:59:30")]
    [InlineData("2026-11-16 10:00:00.000000001")]
    public void The_counted_stretches_sum_up_to_the_budget(string start)
    {
        foreach (var level in new[] { SupportLevel.Standard, SupportLevel.Urgent })
        {
            var counted = Clock.Explain(Clock.PromiseFor(level, At(start))).Steps.OfType<ExplanationStep.Counted>();
            counted.Aggregate(Duration.Zero, (sum, step) => sum + step.Length).ShouldBe(Clock.Regulation.TermsOf(level).Budget);
        }
    }

    [Fact]
    public void A_shortened_eve_says_so_when_the_setting_shortens_it()
    {
        var clock = new PromiseClock(Clock.Calendar, RegulationEdition.Current with { Name = "short-eves", ShortenedDayBy = Duration.FromMinutes(90) });
        var told = Told(clock, clock.PromiseFor(SupportLevel.Standard, At("2026-11-02 15:00")), Language.Russian);
        told.ShouldContain("3 ноября, вторник: с 10:00 до 17:30 — 7 часов 30 минут. Предпраздничный день короче на 1 час 30 минут.", Case.Sensitive);
    }

    [Fact]
    public void Breaks_split_a_day_into_stretches()
    {
        var hours = DayHours.Of([new(new(10, 0), new(13, 0)), new(new(14, 0), new(19, 0))]);
        var clock = new PromiseClock(Clock.Calendar, RegulationEdition.Current with { Name = "lunch", Hours = hours });
        var told = Told(clock, clock.PromiseFor(SupportLevel.Urgent, At("2026-11-16 12:00")), Language.Russian);
        told.ShouldContain("16 ноября, понедельник: с 12:00 до 13:00 — 1 час.", Case.Sensitive);
        told.ShouldContain("16 ноября, понедельник: с 14:00 до 15:00 — 1 час.", Case.Sensitive);
    }

    [Fact]
    public void A_raised_level_that_keeps_the_earlier_due_instant_says_so()
    {
        var promise = Clock.PromiseFor(SupportLevel.Urgent, At("2026-11-18 14:00"), At("2026-11-18 15:00"));
        Told(Clock, promise, Language.Russian).ShouldContain("Ранее по этому обращению был обещан более близкий срок — он остаётся в силе.", Case.Sensitive);
        Told(Clock, promise, Language.English).ShouldContain("An earlier due time had been promised on this request; it stands.", Case.Sensitive);
    }

    [Fact]
    public void A_raise_after_the_due_instant_can_be_explained_too()
    {
        var promise = Clock.PromiseFor(SupportLevel.Urgent, At("2026-11-18 16:00"), At("2026-11-18 15:00"));
        Clock.Explain(promise).Steps.OfType<ExplanationStep.Counted>().ShouldBeEmpty();
        Clock.Explain(promise).Steps[^1].ShouldBe(new ExplanationStep.DueBy(new LocalDateTime(2026, 11, 18, 15, 0)));
    }

    [Fact]
    public void A_promise_of_another_edition_says_so()
    {
        var promise = Clock.PromiseFor(SupportLevel.Standard, At("2026-11-16 15:00"));
        var older = promise with { CalendarEdition = "ru-2026/1/0" };
        Clock.Explain(promise).Steps.OfType<ExplanationStep.OtherEdition>().ShouldBeEmpty();
        Clock.Explain(older).Steps.OfType<ExplanationStep.OtherEdition>().ShouldHaveSingleItem().Calendar.ShouldBe("ru-2026/1/0");
        Told(Clock, older, Language.English).ShouldContain("(regulation-1; ru-2026/1/0)");
    }

    [Fact]
    public void Another_zone_is_named_by_its_id()
    {
        var clock = new PromiseClock(Clock.Calendar, RegulationEdition.Current with { Name = "east", Zone = DateTimeZoneProviders.Tzdb["Asia/Vladivostok"] });
        clock.Explain(clock.PromiseFor(SupportLevel.Urgent, At("2026-11-16 07:00")), Language.Russian)[^1]
            .ShouldBe("Срок реакции — не позднее 16:00 понедельника, 16 ноября 2026 года (часовой пояс Asia/Vladivostok).");
    }

    [Theory]
    [InlineData(1, "1 час рабочего времени")]
    [InlineData(3, "3 часа рабочего времени")]
    [InlineData(5, "5 часов рабочего времени")]
    [InlineData(9, "1 рабочий день, то есть 9 рабочих часов")]
    [InlineData(11, "11 часов рабочего времени")]
    [InlineData(21, "21 час рабочего времени")]
    [InlineData(45, "5 рабочих дней, то есть 45 рабочих часов")]
    [InlineData(99, "11 рабочих дней, то есть 99 рабочих часов")]
    [InlineData(189, "21 рабочий день, то есть 189 рабочих часов")]
    public void Russian_numbers_agree_with_their_nouns(int hours, string budget)
    {
        var terms = new LevelTerms(SupportLevel.Standard, "2.1", Duration.FromHours(hours), Duration.Zero, Counting.WorkingTime);
        var clock = new PromiseClock(Clock.Calendar, RegulationEdition.Current with { Name = "other", Standard = terms });
        clock.Explain(clock.PromiseFor(SupportLevel.Standard, At("2026-11-16 10:00")), Language.Russian)[0].ShouldContain($" {budget}.");
    }

    [Fact]
    public void No_place_is_left_unfilled_in_any_explanation_of_five_years()
    {
        var start = At("2023-01-01 00:30");
        for (var hours = 0; hours < 24 * 365 * 5; hours += 47)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var promise = Clock.PromiseFor((SupportLevel)(hours % 3), start + Duration.FromHours(hours));
                Clock.Explain(promise, language).Where(line => line.Contains('{') || line.Contains("  ") || !line.EndsWith('.')).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void Explanations_do_not_depend_on_the_current_culture()
    {
        var promise = Clock.PromiseFor(SupportLevel.Standard, At("2026-10-30 18:00"));
        var expected = Clock.Explain(promise, Language.Russian);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fa-IR");
            Clock.Explain(promise, Language.Russian).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Told(PromiseClock clock, Promise promise, Language language) =>
        string.Join('\n', clock.Explain(promise, language));
}
