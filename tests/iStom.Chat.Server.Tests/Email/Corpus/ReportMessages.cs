namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>What mail servers and programs write by themselves.</summary>
internal static class ReportMessages
{
    /// <summary>Postfix, by the RFC.</summary>
    public const string Postfix = """
        Return-Path: <>
        From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
        To: support@example.com
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="A1.1700000000/mail.example.com"
        Message-Id: <20261123.A1@mail.example.com>

        This is a MIME-encapsulated message.

        --A1.1700000000/mail.example.com
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host mail.example.com.

        <nobody@example.org>: host mx.example.org[192.0.2.1] said: 550 5.1.1 User unknown
        --A1.1700000000/mail.example.com
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.com
        Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0300 (MSK)

        Final-Recipient: rfc822; nobody@example.org
        Original-Recipient: rfc822;nobody@example.org
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; mx.example.org
        Diagnostic-Code: smtp; 550 5.1.1 User
            unknown

        Final-Recipient: rfc822; later@example.org
        Action: delayed
        Status: 4.4.1
        Diagnostic-Code: X-Postfix; connect to mx.example.org: timed out
        --A1.1700000000/mail.example.com
        Content-Description: Undelivered Message
        Content-Type: message/rfc822

        From: support@example.com
        To: nobody@example.org
        Subject: Ticket
        Message-ID: <token@example.com>

        Answer
        --A1.1700000000/mail.example.com--

        """;

    /// <summary>Exim before it wrote reports by the RFC; Mail.ru writes alike.</summary>
    public const string Exim = """
        Return-Path: <>
        From: Mail Delivery System <Mailer-Daemon@mail.example.org>
        To: support@example.com
        Subject: Mail delivery failed: returning message to sender
        Auto-Submitted: auto-replied
        X-Failed-Recipients: nobody@example.org

        This message was created automatically by mail delivery software.

        A message that you sent could not be delivered to one or more of its recipients.

          nobody@example.org
            SMTP error from remote mail server after RCPT TO: 550 no such user

        ------ This is a copy of the message, including all the headers. ------

        From: support@example.com
        Subject: Ticket
        Message-ID: <token@example.com>

        Answer

        """;

    /// <summary>Exchange, with only the header of the message.</summary>
    public const string Exchange = """
        From: <postmaster@example.org>
        To: <support@example.com>
        Subject: =?utf-8?B?0J3QtSDQtNC+0YHRgtCw0LLQu9C10L3Qvg==?=: Ticket
        Content-Type: multipart/report; report-type=delivery-status; boundary=e
        X-MS-Exchange-Message-Is-Ndr:

        --e
        Content-Type: multipart/alternative; boundary=ea

        --ea
        Content-Type: text/plain; charset=utf-8

        Адресат не найден.
        --ea
        Content-Type: text/html; charset=utf-8

        <p>Адресат не найден.</p>
        --ea--
        --e
        Content-Type: message/delivery-status

        Reporting-MTA: dns;mail.example.org

        Final-recipient: RFC822;nobody@example.org
        Action: failed
        Status: 5.1.10
        Diagnostic-code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound
        --e
        Content-Type: text/rfc822-headers

        From: support@example.com
        Message-ID: <token@example.com>
        --e--

        """;

    public static IEnumerable<CorpusMessage> All() =>
    [
        new("report-postfix", Wire.Raw(Postfix)),
        new("report-exim", Wire.Raw(Exim)),
        new("report-exchange", Wire.Raw(Exchange)),
    ];
}
