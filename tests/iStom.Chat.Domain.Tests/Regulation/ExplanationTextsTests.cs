using System.Text.Json;
using System.Text.RegularExpressions;
using iStom.Chat.Domain.Regulation;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

public partial class ExplanationTextsTests
{
    private static readonly Dictionary<string, string> Russian = Read("explanation.ru.json");
    private static readonly Dictionary<string, string> English = Read("explanation.en.json");

    [Fact]
    public void Both_languages_have_the_same_texts() => English.Keys.ShouldBe(Russian.Keys);

    [Fact]
    public void Both_languages_fill_in_the_same_places()
    {
        foreach (var (key, text) in Russian.Where(pair => !pair.Key.StartsWith("days.", StringComparison.Ordinal)))
        {
            var places = Places().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);
            Places().Matches(English[key]).Select(match => match.Value).Order(StringComparer.Ordinal).ShouldBe(places, key);
        }
    }

    [Theory]
    [InlineData("months", 12)]
    [InlineData("weekdays", 7)]
    [InlineData("weekdays.on", 7)]
    [InlineData("weekdays.of", 7)]
    public void Lists_are_complete(string key, int length)
    {
        Russian[key].Split('|').Length.ShouldBe(length);
        English[key].Split('|').Length.ShouldBe(length);
    }

    [Theory]
    [InlineData("hours")]
    [InlineData("minutes")]
    [InlineData("working days")]
    [InlineData("working hours")]
    [InlineData("weekend")]
    public void Nouns_have_all_their_forms(string key)
    {
        Russian[key].Split('|').Length.ShouldBe(3);
        English[key].Split('|').Length.ShouldBe(2);
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Places();

    private static Dictionary<string, string> Read(string name)
    {
        using var stream = typeof(PromiseClock).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
