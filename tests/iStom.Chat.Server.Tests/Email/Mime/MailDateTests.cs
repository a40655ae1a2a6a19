using System.Text;
using iStom.Chat.Server.Email.Mime;
using NodaTime.Text;

namespace iStom.Chat.Server.Tests.Email.Mime;

/// <summary>Dates are read as programs write them.</summary>
public sealed class MailDateTests
{
    [Theory]
    [InlineData("Mon, 23 Nov 2026 10:00:00 +0300 (MSK)", "2026-11-23T07:00:00Z")]
    [InlineData("23 Nov 2026 10:00 +0300", "2026-11-23T07:00:00Z")]
    [InlineData("Mon,23 Nov 26 10:00:00 GMT", "2026-11-23T10:00:00Z")]
    [InlineData("Mon, 23 Nov 2026 10:00:00 -0530", "2026-11-23T15:30:00Z")]
    [InlineData("Mon, 23 Nov 2026 10:00:00 EST", "2026-11-23T15:00:00Z")]
    [InlineData("Mon, 23 Nov 2026 10:00:00 MSK", "2026-11-23T07:00:00Z")]
    [InlineData("Mon, 23 Nov 2026 10:00:00", "2026-11-23T10:00:00Z")]
    [InlineData("Mon, 23 November 2026 10:00:60 +0000", "2026-11-23T10:00:59Z")]
    [InlineData("Mon Nov 23 10:00:00 2026", "2026-11-23T10:00:00Z")]
    [InlineData("Mon, 23 Nov 2026 10:00:00 GMT+3", "2026-11-23T07:00:00Z")]
    [InlineData("23-Nov-2026 10:00:00 +0300", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T10:00:00+03:00", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z")]
    [InlineData("Mon, 31 Feb 2026 10:00:00 +0300", null)]
    [InlineData("Mon, 23 Nov 2026 25:00:00 +0300", null)]
    [InlineData("Mon, 23 Nov 1700 10:00:00 +0300", null)]
    [InlineData("Mon, 23 Nov 999999999999 10:00:00 +0300", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_date_is_read(string written, string? means)
    {
        var mail = MailReader.Read(Encoding.UTF8.GetBytes($"Date: {written}\n\n"));

        (mail.Date is { } date ? InstantPattern.General.Format(date) : null).ShouldBe(means);
        mail.Problems.Contains(MailProblems.DateUnreadable, StringComparer.Ordinal).ShouldBe(means is null);
    }
}
