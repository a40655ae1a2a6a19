using iStom.Chat.Domain.Conversations;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Conversations;

public class PlainYesTests
{
    [Theory]
    [InlineData("да")]
    [InlineData("Да, помогло. Спасибо!")]
    [InlineData("Здравствуйте!\n\nДа, теперь всё работает — спасибо :)")]
    [InlineData("ПОМОГЛО")]
    [InlineData("«Да»")]
    [InlineData("Да,\u00a0помогло")]
    [InlineData("Yes, it works now. Thank you very much!")]
    [InlineData("It helped, thanks")]
    [InlineData("Добрый день! Да, всё в порядке, заработало. Огромное вам спасибо!")]
    public void Yes_and_a_courtesy_is_a_yes(string text) => PlainYes.Is(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("Спасибо!")]
    [InlineData("Ок")]
    [InlineData("Хорошо, посмотрим")]
    [InlineData("Работает((")]
    [InlineData("Да?")]
    [InlineData("Не помогло")]
    [InlineData("Нет, не работает")]
    [InlineData("да нет")]
    [InlineData("Да, но чек печатается дважды")]
    [InlineData("Да, помогло. А как закрыть смену?")]
    [InlineData("Yes, but it is slow")]
    [InlineData("It works not")]
    [InlineData("да да да да да да да да да да да да да")]
    public void Whatever_else_is_said_is_a_message(string text) => PlainYes.Is(text).ShouldBeFalse();
}
