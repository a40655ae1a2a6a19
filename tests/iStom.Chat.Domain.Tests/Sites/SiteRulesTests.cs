using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Sites;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Sites;

public sealed class SiteRulesTests
{
    private static readonly Site Sound = new(new(Guid.NewGuid()), "cloud", "Облако", ["https://cloud.example.org"]);

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Theory]
    [InlineData("https://example.org", "https://example.org")]
    [InlineData(" https://Example.ORG/ ", "https://example.org")]
    [InlineData("https://example.org:443", "https://example.org")]
    [InlineData("http://example.org:8080", "http://example.org:8080")]
    [InlineData("https://клиника.рф", "https://xn--80apagcdp.xn--p1ai")]
    [InlineData("https://example.org/path", null)]
    [InlineData("https://example.org?a=b", null)]
    [InlineData("https://user@example.org", null)]
    [InlineData("https://*.example.org", null)]
    [InlineData("https://example.org; script-src *", null)]
    [InlineData("ftp://example.org", null)]
    [InlineData("example.org", null)]
    [InlineData("*", null)]
    public void An_origin_is_kept_as_browsers_write_it_or_refused(string written, string? kept)
    {
        var accepted = SiteRules.Accept(Sound with { Origins = [written] });

        (accepted.Refusal, accepted.Refusal is null ? accepted.Value.Origins[0] : null).ShouldBe((kept is null ? SiteRefusals.OriginMalformed : null, kept));
    }

    [Theory]
    [InlineData("#0B5563")]
    [InlineData("#000000")]
    [InlineData("")]
    public void White_words_can_be_read_on_a_colour(string colour) => SiteRules.Accept(Sound with { Colour = colour }).Refusal.ShouldBeNull();

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#2f9e44")]
    public void A_colour_is_not_too_light_for_them(string colour) =>
        SiteRules.Accept(Sound with { Colour = colour }).Refusal.ShouldBe(SiteRefusals.ColourTooLight);

    [Theory]
    [InlineData("#0b556")]
    [InlineData("red")]
    [InlineData("#0b5563}*{display:none")]
    public void A_colour_is_a_colour_and_no_style(string colour) => SiteRules.Accept(Sound with { Colour = colour }).Refusal.ShouldBe(SiteRefusals.ColourMalformed);

    [Theory]
    [InlineData("")]
    [InlineData("Облако")]
    [InlineData("a b")]
    [InlineData("-a")]
    public void A_key_is_fit_for_an_attribute(string key) => SiteRules.Accept(Sound with { Key = key }).Refusal.ShouldBe(SiteRefusals.KeyMalformed);

    [Fact]
    public void Texts_are_trimmed_and_not_too_long()
    {
        SiteRules.Accept(Sound with { Title = new(" Помощь ", "") }).Value.Title.Russian.ShouldBe("Помощь");
        SiteRules.Accept(Sound with { Origins = ["*"] }).Refusal.ShouldBe(SiteRefusals.OriginMalformed);
        SiteRules.Accept(Sound with { Name = " " }).Refusal.ShouldBe(SiteRefusals.NameMissing);
        SiteRules.Accept(Sound with { Title = new("", new('a', SiteRules.LongestName + 1)) }).Refusal.ShouldBe(ConversationRefusals.TextTooLong);
        SiteRules.Accept(Sound with { Greeting = new(new('a', SiteRules.LongestGreeting + 1), "") }).Refusal.ShouldBe(ConversationRefusals.TextTooLong);
        SiteRules.Accept(Sound with { Greeting = new("a\0", "") }).Refusal.ShouldBe(ConversationRefusals.TextMalformed);
        SiteRules.Accept(Sound with { Origins = [.. Enumerable.Range(0, SiteRules.MostOrigins + 1).Select(i => $"https://{i}.example.org")] }).Refusal.ShouldBe(SiteRefusals.TooManyOrigins);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/privacy")]
    [InlineData("mailto:a@example.org")]
    public void A_link_leads_to_a_page(string link) => SiteRules.Accept(Sound with { Notice = new(new("Текст", ""), link, NeedsConsent: false) }).Refusal.ShouldBe(SiteRefusals.LinkMalformed);

    [Fact]
    public void Nobody_agrees_to_what_is_not_said()
    {
        SiteRules.Accept(Sound with { Notice = new(new(" ", ""), Link: null, NeedsConsent: true) }).Refusal.ShouldBe(SiteRefusals.NoticeMissing);
        SiteRules.Accept(Sound with { Notice = new(new("", "Text"), " https://example.org/privacy ", NeedsConsent: true) }).Value.Notice.Link.ShouldBe("https://example.org/privacy");
        SiteRules.Accept(Sound with { Notice = new(new(new('a', SiteRules.LongestNotice + 1), ""), Link: null, NeedsConsent: false) }).Refusal.ShouldBe(ConversationRefusals.TextTooLong);
    }

    [Fact]
    public void Two_keys_are_believed_at_a_time_and_a_retired_one_makes_room()
    {
        SigningKey[] keys = [.. Enumerable.Range(0, 3).Select(i => new SigningKey(new(Guid.NewGuid()), SigningAlgorithm.HS256, PublicKey: null, $"{i}", Now, RetiredAt: null))];
        var two = Sound.With(keys[0]).Value.With(keys[1]).Value;

        two.With(keys[2]).Refusal.ShouldBe(SiteRefusals.TooManyKeys);
        var later = Now + Duration.FromDays(1);
        var rotated = two.Without(keys[0].Id, later).Value.With(keys[2]).Value;

        rotated.ActiveKeys.Select(key => key.Hint).ShouldBe(["1", "2"]);
        rotated.Without(keys[0].Id, later + Duration.FromDays(1)).Value.Keys[0].RetiredAt.ShouldBe(later, "again: nothing new");
        two.Without(keys[2].Id, later).Refusal.ShouldBe(SiteRefusals.KeyNotFound);
    }
}
