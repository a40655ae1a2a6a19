using iStom.Chat.Server.Email.Text;
using iStom.Chat.Server.Tests.Email.Corpus;
using iStom.Chat.Server.Email.Mime;

namespace iStom.Chat.Server.Tests.Email.Text;

/// <summary>What somebody says is told from what their program repeats; nothing is lost.</summary>
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("gmail-ru")]
    [InlineData("gmail-en")]
    [InlineData("yandex")]
    [InlineData("mail-ru")]
    [InlineData("outlook-ru")]
    [InlineData("outlook-web")]
    [InlineData("thunderbird")]
    [InlineData("apple-mail")]
    [InlineData("iphone")]
    public void An_answer_is_all_that_is_seen_of_a_mail(string client)
    {
        var message = CorpusMessages.All.Single(message => message.Name == $"client-{client}-utf-8");
        var plain = MailReader.Read(message.Raw).Text;
        var html = MailReader.Read(WithoutPlain(message.Raw)).Text;

        foreach (var text in new[] { plain, html })
        {
            text.ShouldContain("Перезапустите службу.");
            var folded = FoldedText.Of(text, "Re: Ответ");
            folded.Visible.ShouldBe("Спасибо, помогло!");
            folded.Folded.ShouldContain("Перезапустите службу.");
            string.Concat(folded.Parts.Select(part => part.Text)).ShouldBe(text);
        }
    }

    [Theory]
    [InlineData("Answer\n\n-----Original Message-----\nFrom: a\n\nOld", "Answer")]
    [InlineData("Ответ\n\n-----Исходное сообщение-----\nОт: a\n\nСтарое", "Ответ")]
    [InlineData("Answer\n\n*From:* a\n*Sent:* today\n*To:* b\n*Subject:* c\n\nOld", "Answer")]
    [InlineData("> Quoted\n\nAnswer below", "Answer below")]
    [InlineData("On Mon, Nov 23, 2026 at 10:00 AM A <a@b> wrote:\n> Quoted\n\nAnswer below", "Answer below")]
    [InlineData("> Question one?\nYes.\n> Question two?\nNo.", "> Question one?\nYes.\n> Question two?\nNo.")]
    [InlineData("Hello\n> Question one?\nYes.\n> Question two?\nNo.\n> Rest", "Hello\n> Question one?\nYes.\n> Question two?\nNo.")]
    [InlineData("Answer\n-- \nOlga\n+7 000", "Answer")]
    [InlineData("Ответ\n\nС уважением,\nОльга", "Ответ")]
    [InlineData("Ответ\n\nОтправлено из мобильной Яндекс Почты", "Ответ")]
    [InlineData("Ответ\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: a\nSent: b\nTo: c\n\nOld", "Ответ")]
    [InlineData("С уважением,\nОльга", "С уважением,\nОльга")]
    [InlineData("Здравствуйте\nС уважением относимся к вам", "Здравствуйте\nС уважением относимся к вам")]
    [InlineData("Здравствуйте\nС уважением Ольга", "Здравствуйте")]
    [InlineData("> only\n> quotes", "> only\n> quotes")]
    [InlineData("Look:\n\n---------- Forwarded message ---------\nFrom: a\nDate: b\nTo: c\nSubject: d\n\n> Content", "Look:\n\n---------- Forwarded message ---------\nFrom: a\nDate: b\nTo: c\nSubject: d\n\n> Content")]
    [InlineData("Смотрите\n\n-------- Пересылаемое сообщение --------\n23.11.2026, 10:00, A <a@b>:\n\nТекст", "Смотрите\n\n-------- Пересылаемое сообщение --------\n23.11.2026, 10:00, A <a@b>:\n\nТекст")]
    [InlineData("Список:\n1. От: Иванов\n2. Кому: Петров", "Список:\n1. От: Иванов\n2. Кому: Петров")]
    [InlineData("Записи на 10:00:\nИванов\nПетров", "Записи на 10:00:\nИванов\nПетров")]
    [InlineData("", "")]
    public void What_is_said_stays(string text, string visible) => FoldedText.Of(text).Visible.ShouldBe(visible);

    [Fact]
    public void A_forwarded_mail_is_content()
    {
        const string Forwarded = "Посмотрите, пожалуйста\n\nОт: a\nОтправлено: b\nКому: c\nТема: d\n\nТекст";

        FoldedText.Of(Forwarded, "FW: d").Visible.ShouldBe(Forwarded);
        FoldedText.Of(Forwarded, "Re: d").Visible.ShouldBe("Посмотрите, пожалуйста");
    }

    [Fact]
    public void A_long_letter_is_not_a_signature()
    {
        var letter = "Добрый день\nС уважением отношусь к вашей работе, но:\n" + string.Concat(Enumerable.Repeat("Строка\n", 20));

        FoldedText.Of(letter).Folded.ShouldBe("");
    }

    /// <summary>As if the sender's program wrote only HTML.</summary>
    private static byte[] WithoutPlain(byte[] raw)
    {
        var text = System.Text.Encoding.Latin1.GetString(raw);
        var start = text.IndexOf("Content-Type: text/plain", StringComparison.Ordinal);
        return System.Text.Encoding.Latin1.GetBytes(text.Remove(start, text.IndexOf("Content-Type: text/html", StringComparison.Ordinal) - start));
    }
}
