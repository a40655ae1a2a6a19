using System.Text;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Tests.Email.Corpus;

namespace iStom.Chat.Server.Tests.Email.Mime;

/// <summary>What a server or a calendar says is told as facts.</summary>
public sealed class ReportTests
{
    [Fact]
    public void A_report_tells_who_got_nothing_and_why()
    {
        var report = Read(ReportMessages.Postfix).Report!;

        report.OriginalMessageId.ShouldBe("token@example.com");
        report.IsPermanentFailure.ShouldBeTrue();
        report.Recipients.Select(recipient => (recipient.Recipient.Address, recipient.Action, recipient.Status, recipient.Diagnostic, recipient.IsPermanentFailure)).ShouldBe(
        [
            ("nobody@example.org", "failed", "5.1.1", "550 5.1.1 User unknown", true),
            ("later@example.org", "delayed", "4.4.1", "connect to mx.example.org: timed out", false),
        ]);
    }

    [Fact]
    public void Servers_write_reports_in_other_ways_too()
    {
        var exim = Read(ReportMessages.Exim).Report!;
        exim.OriginalMessageId.ShouldBe("token@example.com");
        exim.Recipients.ShouldHaveSingleItem().ShouldBe(new(exim.Recipients[0].Recipient, "failed", "", ""));
        exim.Recipients[0].Recipient.Address.ShouldBe("nobody@example.org");

        var exchange = Read(ReportMessages.Exchange).Report!;
        exchange.OriginalMessageId.ShouldBe("token@example.com");
        exchange.Recipients.ShouldHaveSingleItem().Status.ShouldBe("5.1.10");
        Read("Subject: Undelivered\n\nMessage-ID: <a@b>\n").Report.ShouldBeNull("anybody can write that");
    }

    [Fact]
    public void A_meeting_is_told_in_words()
    {
        var mail = Read("""
            Subject: Meeting
            Content-Type: text/calendar; method=REQUEST; charset=utf-8

            BEGIN:VCALENDAR
            METHOD:request
            BEGIN:VTIMEZONE
            TZID:Europe/Moscow
            BEGIN:STANDARD
            DTSTART:19700101T000000
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            SUMMARY:Обучение\, часть 1
            DTSTART;TZID=Europe/Moscow:20261124T100000
            DTEND:20261124T080000Z
            ORGANIZER;CN="Клиника: запись":mailto:olga@example.org
            LOCATION:Кабинет 5
            DESCRIPTION:Первая строка\nвторая
              строка
            BEGIN:VALARM
            DESCRIPTION:Reminder
            END:VALARM
            END:VEVENT
            END:VCALENDAR

            """);

        mail.Invitation!.Method.ShouldBe("REQUEST");
        mail.Text.ShouldBe("Обучение, часть 1\n2026-11-24 10:00 (Europe/Moscow) – 2026-11-24 08:00 (UTC)\nКабинет 5\nКлиника: запись <olga@example.org>\nПервая строка\nвторая строка");
        mail.Attachments.ShouldHaveSingleItem().Name.ShouldBe("file-1.ics");
    }

    private static MailMessage Read(string raw) => MailReader.Read(Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n")));
}
