using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Manual;

public class ManualRulesTests
{
    private static readonly Article Sound = new(new(Guid.NewGuid()), Language.Russian, "Чек", "Текст", ["касса"], "iStom", "Касса", ArticleState.Draft);

    [Fact]
    public void White_space_around_is_gone_and_each_tag_stands_once()
    {
        var kept = ManualRules.Accept(Sound with { Title = " Чек ", Body = "\r\nОдин\r\nДва \n", Tags = [" касса", "Касса", ""], Product = " ", Module = " Касса " }).Value;

        (kept.Title, kept.Body, kept.Product, kept.Module).ShouldBe(("Чек", "Один\nДва", null, "Касса"));
        kept.Tags.ShouldBe(["касса"]);
    }

    [Fact]
    public void An_article_has_a_title_and_a_text()
    {
        ManualRules.Accept(Sound with { Title = " " }).Refusal.ShouldBe(ManualRefusals.TitleMissing);
        ManualRules.Accept(Sound with { Body = "\n" }).Refusal.ShouldBe(ConversationRefusals.TextEmpty);
    }

    [Fact]
    public void What_nobody_would_read_is_refused()
    {
        ManualRules.Accept(Sound with { Tags = [.. Enumerable.Range(0, ManualRules.MostTags + 1).Select(i => $"{i}")] }).Refusal.ShouldBe(ManualRefusals.TooManyTags);
        ManualRules.Accept(Sound with { Body = new('я', ManualRules.LongestBody) }).Refusal.ShouldBeNull();
        ManualRules.Accept(Sound with { Body = new('я', ManualRules.LongestBody + 1) }).Refusal!.Detail!["limit"].ShouldBe("50000");
        ManualRules.Accept(Sound with { Module = new('я', ManualRules.LongestTitle + 1) }).Refusal!.Detail!["limit"].ShouldBe("200");
    }

    [Theory]
    [InlineData("a\u0000")]
    [InlineData("a\nb")]
    public void A_line_is_one_line_of_text(string line)
    {
        ManualRules.Accept(Sound with { Title = line }).Refusal.ShouldBe(ConversationRefusals.TextMalformed);
        ManualRules.Accept(Sound with { Product = "a" + '\uD800' }).Refusal.ShouldBe(ConversationRefusals.TextMalformed);
        ManualRules.Accept(Sound with { Tags = [line] }).Refusal.ShouldBe(ConversationRefusals.TextMalformed);
    }
}
