using System.Text;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Email.Threading;
using iStom.Chat.Server.Tests.Email.Corpus;

namespace iStom.Chat.Server.Tests.Email.Threading;

/// <summary>What a program wrote is known as that; what a person wrote is not taken for it.</summary>
public sealed class AutomaticTests
{
    [Theory]
    [InlineData("Subject: Не печатает", MailKind.Ordinary, "")]
    [InlineData("Auto-Submitted: no", MailKind.Ordinary, "")]
    [InlineData("Subject: Я в отпуске, а программа не открывается", MailKind.Ordinary, "")]
    [InlineData("Subject: Re: Out of office не печатается", MailKind.Ordinary, "")]
    [InlineData("X-Auto-Response-Suppress: OOF", MailKind.Ordinary, "")]
    [InlineData("From: noreply@example.org\nReply-To: olga@example.org", MailKind.Ordinary, "")]
    [InlineData("Precedence: first-class", MailKind.Ordinary, "")]
    [InlineData("Auto-Submitted: auto-replied", MailKind.AutoReply, "auto-submitted")]
    [InlineData("Auto-Submitted: auto-generated; type=ticket", MailKind.AutoReply, "auto-submitted")]
    [InlineData("X-Autoreply: yes", MailKind.AutoReply, "x-autoreply")]
    [InlineData("X-Autorespond: yes", MailKind.AutoReply, "x-autorespond")]
    [InlineData("Precedence: auto_reply", MailKind.AutoReply, "precedence-auto-reply")]
    [InlineData("X-Auto-Response-Suppress: All", MailKind.Ordinary, "auto-response-suppress")]
    [InlineData("Subject: Re: Врач в отпуске\nIn-Reply-To: <a@example.com>", MailKind.Ordinary, "")]
    [InlineData("Return-Path: <>", MailKind.AutoReply, "empty-return-path")]
    [InlineData("Subject: Автоответ: Ваше письмо", MailKind.AutoReply, "subject")]
    [InlineData("From: noreply@example.org", MailKind.AutoReply, "robot-address")]
    [InlineData("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", MailKind.AutoReply, "read-receipt")]
    [InlineData("Auto-Submitted: auto-replied\nSubject: Автоматический ответ: Ваше письмо", MailKind.OutOfOffice, "out-of-office")]
    [InlineData("Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nX-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent", MailKind.OutOfOffice, "exchange-generated")]
    [InlineData("Subject: Automatic reply: Ticket\nIn-Reply-To: <a@example.com>", MailKind.OutOfOffice, "out-of-office")]
    [InlineData("Precedence: bulk", MailKind.MailingList, "precedence-bulk")]
    [InlineData("List-Id: <news.example.org>", MailKind.MailingList, "list-id")]
    [InlineData("List-Unsubscribe: <https://example.org/u>", MailKind.MailingList, "list-unsubscribe")]
    [InlineData("From: Support@Example.com", MailKind.OwnAddress, "own-address")]
    [InlineData("From: support+abc@example.com", MailKind.OwnAddress, "own-address")]
    [InlineData("From: robot@example.org\nSender: support@example.com", MailKind.OwnAddress, "own-address")]
    [InlineData("X-Loop: support@example.com", MailKind.OwnAddress, "loop-header")]
    [InlineData("Return-Path: <>\nFrom: Mailer-Daemon@example.org", MailKind.DeliveryReport, "mailer-daemon")]
    public void It_is_told_by_its_header(string fields, MailKind kind, string reason)
    {
        var from = fields.Contains("From: ", StringComparison.Ordinal) ? "" : "From: olga@example.org\n";

        Of($"{from}{fields}\n\nText").ShouldBe(new(kind, reason));
    }

    [Fact]
    public void A_report_is_a_report_whoever_wrote_it()
    {
        string[] reports = [ReportMessages.Postfix, ReportMessages.Exim, ReportMessages.Exchange];
        reports.Select(Of).ShouldAllBe(report => report == new Automatic(MailKind.DeliveryReport, "delivery-report"));
    }

    private static Automatic Of(string raw) =>
        Automatic.Of(MailReader.Read(Encoding.UTF8.GetBytes(raw)), [MailAddress.TryParse("support@example.com", out var own) ? own : throw new InvalidOperationException()]);
}
