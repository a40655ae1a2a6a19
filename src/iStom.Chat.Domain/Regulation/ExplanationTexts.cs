using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>The words of one language (Texts/explanation.*.json) and the little grammar that they need.</summary>
internal sealed class ExplanationTexts
{
    private readonly FrozenDictionary<string, string> _texts;
    private readonly Func<long, int> _pluralForm;

    private ExplanationTexts(string code, Func<long, int> pluralForm)
    {
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(EmbeddedText.Read($"explanation.{code}.json"))!.ToFrozenDictionary();
        _pluralForm = pluralForm;
    }

    public static ExplanationTexts Load(Language language) => language switch
    {
        Language.Russian => new("ru", RussianForm),
        Language.English => new("en", EnglishForm),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No texts in this language."),
    };

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text with its {places} filled in.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var text = _texts[key];
        foreach (var (place, value) in values)
        {
            text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The form at this place of a list such as the months.</summary>
    public string Form(string key, int index) => _texts[key].Split('|')[index];

    /// <summary>"1 час", "2 часа", "5 часов".</summary>
    public string Counted(string key, long number) => $"{number.ToString(CultureInfo.InvariantCulture)} {Plural(key, number)}";

    public string Plural(string key, long number) => Form(key, _pluralForm(number));

    /// <summary>"4 ноября", "4 November".</summary>
    public string Date(LocalDate date) => Fill(
        "date", ("day", date.Day.ToString(CultureInfo.InvariantCulture)), ("month", Form("months", date.Month - 1)));

    public string Weekday(string key, LocalDate date) => Form(key, (int)date.DayOfWeek - 1);

    /// <summary>"9 часов", "1 час 30 минут", in whole minutes.</summary>
    public string Length(Duration length)
    {
        var (hours, minutes) = Math.DivRem((long)length.TotalMinutes, 60);
        return (hours, minutes) switch
        {
            (0, _) => Counted("minutes", minutes),
            (_, 0) => Counted("hours", hours),
            _ => $"{Counted("hours", hours)} {Counted("minutes", minutes)}",
        };
    }

    private static int EnglishForm(long number) => number == 1 ? 0 : 1;

    private static int RussianForm(long number) => (number % 10, number % 100) switch
    {
        (_, >= 11 and <= 14) => 2,
        (1, _) => 0,
        (>= 2 and <= 4, _) => 1,
        _ => 2,
    };
}
