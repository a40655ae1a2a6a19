using iStom.Chat.Domain.Conversations;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Conversations;

public class MessageTextTests
{
    [Theory]
    [InlineData("Добрый день", "Добрый день")]
    [InlineData("  по краям \n\t", "по краям")]
    [InlineData("а\r\nб\rв\nг", "а\nб\nв\nг")]
    [InlineData("а\u2028б\u2029в\u0085г\fд", "а\nб\nв\nг\nд")]
    [InlineData("а\tб\n\nв", "а\tб\n\nв")]
    [InlineData("🦷 👩‍⚕️ 🇷🇺", "🦷 👩‍⚕️ 🇷🇺")]
    [InlineData("שלום ‏‎ é", "שלום ‏‎ é")]
    [InlineData("<script>'\"\\ {{x}}", "<script>'\"\\ {{x}}")]
    public void Text_is_kept_as_it_is_but_for_line_ends_and_outer_white_space(string text, string accepted) =>
        MessageText.Accept(text).Value.ShouldBe(accepted);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0\u2028")]
    public void Nothing_is_no_text(string? text) => MessageText.Accept(text).Refusal.ShouldBe(ConversationRefusals.TextEmpty);

    [Fact]
    public void The_limit_counts_what_is_left_as_a_browser_counts_it()
    {
        var longest = new string('я', MessageText.MaxLength);
        MessageText.Accept($"  {longest}  ").Value.ShouldBe(longest);
        MessageText.Accept(longest + "я").Refusal.ShouldBe(ConversationRefusals.TextTooLong);
        MessageText.Accept(new string('я', MessageText.MaxLength - 1) + "🦷").Refusal.ShouldBe(ConversationRefusals.TextTooLong);
        MessageText.Accept(string.Concat(Enumerable.Repeat("я\r\n", MessageText.MaxLength / 2))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void The_refusal_of_a_long_text_tells_the_limit() =>
        ConversationRefusals.TextTooLong.Detail.ShouldNotBeNull()["limit"].ShouldBe("4000");

    [Theory]
    [InlineData('\u0000')]
    [InlineData('\u0007')]
    [InlineData('\u001b')]
    [InlineData('\u007f')]
    [InlineData('\u009b')]
    [InlineData('\ud83e')] // the first half of an emoji
    [InlineData('\uddb7')] // the second
    public void What_would_poison_a_later_reader_is_refused_wherever_it_stands(char poison)
    {
        foreach (var text in new[] { $"{poison}а", $"а{poison}б", $"а{poison}", $"🦷{poison}", $"{poison}" })
        {
            MessageText.Accept(text).Refusal.ShouldBe(ConversationRefusals.TextMalformed, $"{(int)poison:x4} in {text.Length}");
        }
    }

    [Fact]
    public void Halves_in_the_wrong_order_are_no_pair() =>
        MessageText.Accept("\uddb7\ud83e").Refusal.ShouldBe(ConversationRefusals.TextMalformed);
}
