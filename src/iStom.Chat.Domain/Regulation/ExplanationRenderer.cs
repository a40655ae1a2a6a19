using System.Globalization;
using NodaTime;
using NodaTime.Text;
using static iStom.Chat.Domain.Regulation.ExplanationStep;

namespace iStom.Chat.Domain.Regulation;

/// <summary>Puts the steps of an explanation into words. Holds no facts: those are in the steps.</summary>
internal sealed class ExplanationRenderer(ExplanationTexts texts, Language language)
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly Lazy<ExplanationRenderer> Russian = new(() => new(ExplanationTexts.Load(Language.Russian), Language.Russian));
    private static readonly Lazy<ExplanationRenderer> English = new(() => new(ExplanationTexts.Load(Language.English), Language.English));

    public static ExplanationRenderer For(Language language) =>
        language == Language.Russian ? Russian.Value : English.Value;

    public string Render(ExplanationStep step, DateTimeZone zone) => step switch
    {
        Given given => Level(given),
        Started started => Moment("started", started.At, zone),
        WaitsForOpening opening => Moment("waitsForOpening", opening.At, zone),
        Counted counted => Day(counted),
        CountedThrough through => texts.Fill(
            "countedThrough", ("from", Clock(through.From.TimeOfDay)), ("until", End(through.Until.TimeOfDay)), ("length", texts.Length(through.Length))),
        Skipped skipped => NotCounted(skipped),
        KeptEarlier => texts.Fill("keptEarlier"),
        OtherEdition other => texts.Fill("otherEdition", ("regulation", other.Regulation), ("calendar", other.Calendar)),
        ProvisionalYear provisional => texts.Fill("provisionalYear", ("year", Number(provisional.Year))),
        DueBy due => Moment("dueBy", due.At, zone),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No text for this step."),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Clock(LocalTime time) => Minute.Format(time);

    private static string End(LocalTime time) => time == LocalTime.Midnight ? "24:00" : Clock(time);

    private string Level(Given given) => texts.Fill(
        "given",
        ("level", texts.Fill($"level.{given.Terms.Level}")),
        ("clause", given.Terms.Clause),
        ("budget", Budget(given.Terms, given.WorkingDay)));

    private string Budget(LevelTerms terms, Duration workingDay)
    {
        if (terms.Counting == Counting.RoundTheClock)
        {
            return texts.Fill("budget.roundTheClock", ("time", texts.Length(terms.Budget)));
        }

        var days = terms.Budget / workingDay;
        var hours = terms.Budget.TotalHours;
        return days >= 1 && days % 1 == 0 && hours % 1 == 0
            ? texts.Fill("budget.days", ("days", texts.Counted("working days", (long)days)), ("time", texts.Counted("working hours", (long)hours)))
            : texts.Fill("budget.workingTime", ("time", texts.Length(terms.Budget)));
    }

    private string Moment(string key, LocalDateTime at, DateTimeZone zone) => texts.Fill(
        key,
        ("onWeekday", texts.Weekday("weekdays.on", at.Date)),
        ("ofWeekday", texts.Weekday("weekdays.of", at.Date)),
        ("date", texts.Date(at.Date)),
        ("year", Number(at.Year)),
        ("time", Clock(at.TimeOfDay)),
        ("zone", texts.Has($"zone.{zone.Id}") ? texts.Fill($"zone.{zone.Id}") : texts.Fill("zone", ("id", zone.Id))));

    private string Day(Counted counted)
    {
        var key = counted switch
        {
            { Transfer: not null } => "counted.transfer",
            { ShortenedBy: var cut } when cut > Duration.Zero => "counted.shortened",
            _ => "counted",
        };
        return texts.Fill(
            key,
            ("date", texts.Date(counted.Date)),
            ("weekday", texts.Weekday("weekdays", counted.Date)),
            ("from", Clock(counted.From)),
            ("until", End(counted.Until)),
            ("length", texts.Length(counted.Length)),
            ("to", counted.Transfer is { } moved ? texts.Date(moved.RestMovedTo) : ""),
            ("decree", counted.Transfer?.Decree?.Number ?? ""),
            ("cut", texts.Length(counted.ShortenedBy)));
    }

    private string NotCounted(Skipped skipped)
    {
        var reason = skipped.Reason;
        var key = reason is { Kind: DayOffKind.MovedByDecree, Decree: null } ? "skipped.MovedByDecree.draft" : $"skipped.{reason.Kind}";
        return texts.Fill(
            key,
            ("days", Days(skipped.First, skipped.Last)),
            ("weekend", texts.Plural("weekend", Period.DaysBetween(skipped.First, skipped.Last) + 1)),
            ("name", reason.Name?.In(language) ?? ""),
            ("since", reason.MovedFrom is { } since ? Since(since, reason.Date) : ""),
            ("decree", reason.Decree?.Number ?? ""));
    }

    /// <summary>
    /// Russian says "со 2 ноября" (со второго) but "с 3 ноября". A date that is far away says its year, too: on 31
    /// December, "5 января" alone could be either of two.
    /// </summary>
    private string Since(LocalDate date, LocalDate seenFrom)
    {
        var near = Math.Abs(Period.DaysBetween(date, seenFrom)) <= 60;
        var text = near ? texts.Date(date) : texts.Fill("date.year", ("date", texts.Date(date)), ("year", Number(date.Year)));
        return texts.Fill(date.Day == 2 ? "since.2" : "since", ("date", text));
    }

    private string Days(LocalDate first, LocalDate last)
    {
        if (first == last)
        {
            return texts.Fill("days.one", ("day", texts.Date(first)));
        }

        var number = Period.DaysBetween(first, last) == 1 ? "days.two" : "days.more";
        return texts.Fill(
            first.Month == last.Month ? $"{number}.sameMonth" : number,
            ("first", texts.Date(first)),
            ("firstDay", Number(first.Day)),
            ("last", texts.Date(last)));
    }
}
