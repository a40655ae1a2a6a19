using System.Text.Json;
using System.Text.RegularExpressions;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tests.Architecture;
using iStom.Chat.Domain.Wording;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Wording;

public partial class WorkingTextsTests
{
    private static readonly WorkingText Sound = new(new(Guid.NewGuid()), "notice.Opened", new("Заявка {number} у нас", ""));

    /// <summary>
    /// The faces have the words, the server the list: what is filled in and how much room there is must be true of both; the settings say
    /// where each stands.
    /// </summary>
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Each_place_is_one_of_its_face_and_takes_its_own_words(string locale)
    {
        using var words = Read($"{locale}.json");
        using var desk = Read($"settings/texts.{locale}.json");
        using var mails = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "src", "iStom.Chat.Server", "Contract", "Texts", $"mail.{locale}.json")));
        foreach (var place in WorkingTexts.All)
        {
            var face = place.Face switch { WordedFace.Mail => mails.RootElement, WordedFace.Desk => words.RootElement.GetProperty("desk"), _ => words.RootElement.GetProperty("chat") };
            var own = face.GetProperty(place.Key).GetString()!;
            own.Length.ShouldBeLessThanOrEqualTo(place.Longest, place.Name);
            Placeholder().Matches(own).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ShouldBe(place.Placeholders, place.Name);
            desk.RootElement.TryGetProperty($"text.{place.Name}", out _).ShouldBeTrue(place.Name);
        }
    }

    [Fact]
    public void A_text_is_left_to_the_product_in_either_language()
    {
        WorkingTexts.Accept(Sound).Value.Text.English.ShouldBe("");
        WorkingTexts.Accept(Sound with { Text = new(" ", " ") }).Value.Text.Russian.ShouldBe("");
    }

    [Fact]
    public void A_place_that_there_is_not_is_refused() =>
        WorkingTexts.Accept(Sound with { Name = "send" }).Refusal.ShouldBe(WordingRefusals.TextNotFound);

    [Fact]
    public void A_text_that_its_place_cannot_hold_is_refused_with_the_language()
    {
        var tooLong = WorkingTexts.Accept(Sound with { Text = new("", new('a', 301)) }).Refusal!;
        var foreign = WorkingTexts.Accept(Sound with { Text = new("До {when}", "") }).Refusal!;

        (tooLong.Code, tooLong.Detail!["property"], tooLong.Detail["limit"]).ShouldBe((ConversationRefusals.TextTooLong.Code, "English", "300"));
        (foreign.Code, foreign.Detail!["property"]).ShouldBe((WordingRefusals.UnknownPlaceholder.Code, "Russian"));
    }

    [Fact]
    public void A_text_that_does_not_say_what_it_is_for_is_refused()
    {
        var refusal = WorkingTexts.Accept(Sound with { Text = new("Заявка {number} у нас", "It is with us") }).Refusal!;

        var bareRefusal = refusal with { Detail = WordingRefusals.PlaceholderMissing.Detail };
        bareRefusal.ShouldBe(WordingRefusals.PlaceholderMissing);
        (refusal.Detail!["property"], refusal.Detail["placeholder"]).ShouldBe(("English", "number"));
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "widget", "src", "i18n", file)));

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
