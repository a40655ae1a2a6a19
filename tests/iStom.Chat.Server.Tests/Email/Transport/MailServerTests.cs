using System.Text;
using iStom.Chat.Server.Email.Compose;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Tests.Email.Servers;
using iStom.Chat.TestSupport;
using NodaTime;
using MailSecurity = iStom.Chat.Domain.Mail.MailSecurity;

namespace iStom.Chat.Server.Tests.Email.Transport;

/// <summary>Sending through a real postfix, reading from a real dovecot.</summary>
public sealed class MailServerTests(SharedMailServer servers)
{
    private const string Password = "geheim \"и\\ тайно";
    private const string FromClinic = "From: anna@clinic.test\r\nSubject: broken\r\n\r\nHelp!\r\n";
    private readonly string _support = $"support-{Guid.NewGuid():N}@{MailServer.Domain}";

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.ImplicitTls)]
    public async Task What_is_sent_is_heard_of_at_once_and_arrives_to_the_byte_until_it_is_marked(MailSecurity security)
    {
        var mail = await ServerAsync();
        var mailbox = new ImapMailbox(mail.Imap(_support, Password, security), new WallClock());
        await using var session = await mailbox.ConnectAsync(default);
        var waiting = session.WaitForNewAsync(TimeSpan.FromMinutes(2), default);
        var raw = MailWriter.Write(Russian());
        (await SendAsync(mail.Smtp(_support, Password, security), raw, _support)).ShouldBe("Accepted 250 2.0.0");
        (await waiting).ShouldBeTrue();

        var item = (await AllAsync(session)).ShouldHaveSingleItem();
        Text(item).ShouldEndWith(Encoding.ASCII.GetString(raw));
        Text(item).ShouldContain($"Return-Path: <{_support}>");
        item.Octets.ShouldBe(item.Raw.Length);
        await using (var other = await mailbox.ConnectAsync(default))
        {
            (await AllAsync(other)).ShouldHaveSingleItem().Id.ShouldBe(item.Id);
        }

        (await session.MarkHandledAsync(item.Id, default)).ShouldBeTrue();
        (await AllAsync(session)).ShouldBeEmpty();
        (await AllAsync(session, item.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_recipient_is_answered_for_and_what_is_too_big_is_not_sent()
    {
        var mail = await ServerAsync();
        var options = mail.Smtp(_support, Password);
        (await SendAsync(options, Encoding.ASCII.GetBytes(FromClinic), $"nobody@{MailServer.Domain}", _support)).ShouldBe("Refused recipient-refused 550 5.1.1 / Accepted 250 2.0.0");
        (await SendAsync(options, new byte[MailServer.LargestMail + 1], _support)).ShouldBe("Refused mail-too-big");
        (await SendAsync(mail.Smtp(_support, "wrong"), Encoding.ASCII.GetBytes(FromClinic), _support)).ShouldBe("TryAgain sign-in-refused");
        (await SendAsync(mail.Smtp(null!, null), Encoding.ASCII.GetBytes(FromClinic), _support)).ShouldStartWith("Refused recipient-refused 554 5.7.1");
        var untrusted = new SmtpOptions { Host = "127.0.0.1", Port = mail.SmtpPort, User = _support, Password = Password };
        (await SendAsync(untrusted, Encoding.ASCII.GetBytes(FromClinic), _support)).ShouldBe("TryAgain certificate-refused");
        (await Should.ThrowAsync<MailServerException>(() => new ImapMailbox(mail.Imap(_support, "wrong"), new WallClock()).ConnectAsync(default))).Reason.ShouldBe("sign-in-refused");
    }

    [Fact]
    public async Task A_token_signs_in_as_long_as_it_holds()
    {
        var mail = await ServerAsync();
        var (good, over) = (TestFolder.New(), TestFolder.New());
        await File.WriteAllTextAsync(good, mail.TokenFor(_support) + "\n");
        await File.WriteAllTextAsync(over, mail.TokenFor(_support, isOver: true));
        (await SendAsync(mail.Smtp(_support, null, tokenFile: good), Encoding.ASCII.GetBytes(FromClinic), _support)).ShouldBe("Accepted 250 2.0.0");
        (await SendAsync(mail.Smtp(_support, null, tokenFile: over), Encoding.ASCII.GetBytes(FromClinic), _support)).ShouldBe("TryAgain sign-in-refused");
        (await SendAsync(mail.Smtp(_support, null, tokenFile: TestFolder.New()), Encoding.ASCII.GetBytes(FromClinic), _support)).ShouldBe("TryAgain token-unreadable");
        await using (var session = await new ImapMailbox(mail.Imap(_support, null, tokenFile: good), new WallClock()).ConnectAsync(default))
        {
            await Eventually.HoldsAsync(async () => (await AllAsync(session)).Count == 1);
        }

        (await Should.ThrowAsync<MailServerException>(() => new ImapMailbox(mail.Imap(_support, null, tokenFile: over), new WallClock()).ConnectAsync(default))).Reason.ShouldBe("sign-in-refused");
        File.Delete(good);
        File.Delete(over);
    }

    [Fact]
    public async Task What_was_numbered_anew_is_not_taken_for_another_mail()
    {
        var mail = await ServerAsync();
        var mailbox = new ImapMailbox(mail.Imap(_support, Password), new WallClock());
        await mail.DeliverAsync(_support, Encoding.ASCII.GetBytes(FromClinic));
        MailboxItem before;
        await using (var session = await mailbox.ConnectAsync(default))
        {
            before = (await AllAsync(session)).ShouldHaveSingleItem();
        }

        await mail.ChangeUidValidityAsync(_support);
        await using var after = await mailbox.ConnectAsync(default);
        after.UidValidity.ShouldNotBe(before.Id.Validity);
        (await after.MarkHandledAsync(before.Id, default)).ShouldBeFalse();
        var again = (await AllAsync(after, before.Id)).ShouldHaveSingleItem();
        again.Id.Validity.ShouldBe(after.UidValidity);
        Text(again).ShouldBe(Text(before));
    }

    [Fact]
    public async Task What_is_handled_is_moved_what_somebody_looked_at_is_not_missed_and_of_what_is_too_big_the_headers_come()
    {
        var mail = await ServerAsync();
        var options = mail.Imap(_support, Password, handledFolder: "Обработано & готово", maxBytes: 2000);
        await using var session = await new ImapMailbox(options, new WallClock()).ConnectAsync(default);
        await mail.DeliverAsync(_support, Encoding.ASCII.GetBytes(FromClinic));
        var first = (await AllAsync(session)).ShouldHaveSingleItem();
        (await session.MarkHandledAsync(first.Id, default)).ShouldBeTrue();
        mail.Delivered(_support).ShouldBeEmpty();
        mail.Delivered(_support, "&BB4EMQRABDAEMQQ+BEIEMAQ9BD4- &- &BDMEPgRCBD4EMgQ+-").ShouldHaveSingleItem().ShouldBe(FromClinic);

        await mail.DeliverAsync(_support, Encoding.ASCII.GetBytes(FromClinic + new string('x', 2000)));
        var second = (await AllAsync(session)).ShouldHaveSingleItem();
        (second.IsTooBig, Text(second), second.Octets).ShouldBe((true, "From: anna@clinic.test\r\nSubject: broken\r\n\r\n", FromClinic.Length + 2000));
        await using var person = await new ImapMailbox(mail.Imap(_support, Password), new WallClock()).ConnectAsync(default);
        (await person.MarkHandledAsync(second.Id, default)).ShouldBeTrue();
        (await AllAsync(session)).ShouldBeEmpty();
        (await AllAsync(session, first.Id)).ShouldHaveSingleItem().Id.ShouldBe(second.Id);
    }

    [Fact]
    public async Task A_mailbox_that_was_away_is_open_again_with_everything_in_it()
    {
        await using var mail = await MailServer.StartNewAsync();
        await mail.AddMailboxAsync(_support, Password);
        var mailbox = new ImapMailbox(mail.Imap(_support, Password), new WallClock());
        await using (var session = await mailbox.ConnectAsync(default))
        {
            var waiting = session.WaitForNewAsync(TimeSpan.FromMinutes(2), default);
            await mail.StopAsync();
            (await Should.ThrowAsync<MailServerException>(() => waiting)).Reason.ShouldBeOneOf(MailFailures.Lost, MailFailures.Closing);
        }

        (await Should.ThrowAsync<MailServerException>(() => mailbox.ConnectAsync(default))).Reason.ShouldBe(MailFailures.Unreachable);
        (await SendAsync(mail.Smtp(_support, Password), Encoding.ASCII.GetBytes(FromClinic), _support)).ShouldBe("TryAgain server-unreachable");
        await mail.DeliverAsync(_support, Encoding.ASCII.GetBytes(FromClinic));
        await mail.StartAsync();
        await using var again = await mailbox.ConnectAsync(default);
        Text((await AllAsync(again)).ShouldHaveSingleItem()).ShouldBe(FromClinic);
        (await SendAsync(mail.Smtp(_support, Password), Encoding.ASCII.GetBytes(FromClinic), _support)).ShouldBe("Accepted 250 2.0.0");
    }

    private async Task<MailServer> ServerAsync()
    {
        var server = await servers.GetAsync();
        await server.AddMailboxAsync(_support, Password);
        return server;
    }

    private OutgoingMail Russian() => new()
    {
        MessageId = $"ticket-1@{MailServer.Domain}", From = Someone.At(_support).Named("Служба поддержки iStom"), To = [Someone.At(_support)],
        Subject = "Заявка IS-2026-000005: не открывается карта пациента после обновления", Text = "Здравствуйте!\n.\nМы разбираемся.\n", Html = "<p>Здравствуйте!</p>",
        Date = Instant.FromUtc(2026, 11, 23, 9, 0), Attachments = [new("снимок.png", "image/png", new byte[] { 1, 2, 3 })],
    };

    private async Task<string> SendAsync(SmtpOptions options, byte[] raw, params string[] recipients)
    {
        var delivery = await new SmtpTransport(options, new WallClock()).SendAsync(new(Someone.At(_support), [.. recipients.Select(Someone.At)]), raw, default);
        return string.Join(" / ", delivery.Answers.Select(answer => string.Join(' ', ((object?[])[answer.Outcome, answer.Reason, answer.Code, answer.Status]).OfType<object>())));
    }

    private static async Task<IReadOnlyList<MailboxItem>> AllAsync(IMailboxSession session, MailboxUid? last = null)
    {
        var items = new List<MailboxItem>();
        await foreach (var item in session.FetchNewAsync(last, default))
        {
            items.Add(item);
        }

        return items;
    }

    private static string Text(MailboxItem item) => Encoding.UTF8.GetString(item.Raw.Span);
}
