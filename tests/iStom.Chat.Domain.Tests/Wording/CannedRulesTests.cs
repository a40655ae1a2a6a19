using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Wording;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Wording;

public class CannedRulesTests
{
    private static readonly CannedReply Sound = new(new(Guid.NewGuid()), Owner: null, "Приветствие", Shortcut: null, new("Здравствуйте, {visitor}!", ""));

    [Fact]
    public void Every_placeholder_that_there_is_may_stand_in_it()
    {
        var all = string.Join(' ', CannedRules.Placeholders.Select(name => $"{{{name}}}"));

        CannedRules.Accept(Sound with { Text = new("", all) }).Value.Text.English.ShouldBe("{visitor} {agent} {ticket} {deadline} {clinic}");
    }

    [Theory]
    [InlineData("Раз\nДва {имя}", "имя", "2", "5")]
    [InlineData("{Visitor}", "Visitor", "1", "1")]
    [InlineData("{visitor} { agent }", " agent ", "1", "11")]
    [InlineData("{}", "", "1", "1")]
    public void An_unknown_one_is_refused_with_its_place(string text, string placeholder, string line, string column)
    {
        var refusal = CannedRules.Accept(Sound with { Text = new("", text) }).Refusal!;

        var bareRefusal = refusal with { Detail = null };
        bareRefusal.ShouldBe(WordingRefusals.UnknownPlaceholder);
        (refusal.Detail!["property"], refusal.Detail["placeholder"], refusal.Detail["line"], refusal.Detail["column"]).ShouldBe(("English", placeholder, line, column));
    }

    [Theory]
    [InlineData("Раз\n{visitor")]
    [InlineData("Раз\n{visitor, а дальше ещё много слов до скобки, которая здесь случайно}")]
    public void A_brace_that_is_not_closed_is_refused_with_its_place(string text)
    {
        var refusal = CannedRules.Accept(Sound with { Text = new(text, "") }).Refusal!;

        var bareRefusal = refusal with { Detail = null };
        bareRefusal.ShouldBe(WordingRefusals.PlaceholderOpen);
        (refusal.Detail!["line"], refusal.Detail["column"]).ShouldBe(("2", "1"));
    }

    [Fact]
    public void It_has_a_title_of_one_line_and_a_text_in_one_language_at_least()
    {
        CannedRules.Accept(Sound with { Title = " " }).Refusal!.Code.ShouldBe(ConversationRefusals.TextEmpty.Code);
        CannedRules.Accept(Sound with { Title = "а\nб" }).Refusal!.Detail!["property"].ShouldBe("Title");
        CannedRules.Accept(Sound with { Title = new('а', CannedRules.LongestTitle + 1) }).Refusal!.Detail!["limit"].ShouldBe("100");
        CannedRules.Accept(Sound with { Text = new(" ", "") }).Refusal!.Detail!["property"].ShouldBe("Russian");
        CannedRules.Accept(Sound with { Text = new("а", new('b', MessageText.MaxLength + 1)) }).Refusal!.Detail!["property"].ShouldBe("English");
    }

    [Theory]
    [InlineData(" /Чек-1 ", "чек-1")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Its_shortcut_is_kept_without_the_slash_in_small_letters(string? wished, string? kept) =>
        CannedRules.Accept(Sound with { Shortcut = wished }).Value.Shortcut.ShouldBe(kept);

    [Theory]
    [InlineData("два слова")]
    [InlineData("чек!")]
    [InlineData("ааааааааааааааааааааааааааааааааааааааааа")]
    public void A_shortcut_that_could_not_be_typed_as_one_word_is_refused(string shortcut)
    {
        var refusal = CannedRules.Accept(Sound with { Shortcut = shortcut }).Refusal!;

        var bareRefusal = refusal with { Detail = null };
        bareRefusal.ShouldBe(WordingRefusals.ShortcutMalformed);
        refusal.Detail!["property"].ShouldBe("Shortcut");
    }
}
