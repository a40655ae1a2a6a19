using System.Text;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Email.Fuzz;

/// <summary>
/// Messages that are made to take long. Each would need hours where the work grows with the square of its length; the limit
/// is there to end such a run and measures nothing. What is allocated is counted.
/// </summary>
public sealed class TrapTests
{
    /// <summary>
    /// Bytes that may be allocated for each byte of a message: a line of one character costs most. What grows with the square
    /// of the length would need thousands.
    /// </summary>
    private const int AllocatedPerByte = 400;

    private const int Size = 200_000;

    private static readonly string[] HeaderBombs =
    [
        "=?", "=?a?Q?", "=?a?Q?x", "=?utf-8?B?0J8=?= ", "=?no-such?B?0J8=?= ", "<", ">", "(", ")", "((", "\"", "\\\"", ",", ";", ":", "@", "a@b,", "a<", "<a@b>,", "a ", "[", "=?utf-8?q?=D0?= =?utf-8?q?=9F?= ", ";a=b", ";a*1=b", "*0*=", ".", "\t", "\r", "\r\n ",
    ];

    private static readonly string[] HtmlBombs =
    [
        "<div>", "<b>", "<p>", "<a href=http://a.b/>x", "<table><tr><td>", "<li>", "<ul>", "<blockquote>", "<blockquote>x", "<div style=display:none>", "<font color=1>", "<!--", "<", "</", "&", "&amp", "&#x41", "<a ", "<br>", "<pre>", "<script>", "<title>", "</div>", "<td>x", "<svg>", "<![CDATA[", "<?", "x", " ",
    ];

    private static readonly string[] TextBombs =
    [
        ">", "> ", ">\n", "\n", " \n", "On 2026 10:00 a@b wrote:\n", "On 2026 10:00 a@b wrote:\n\n", "From: a\n", "From: a\nSent: b\nTo: c\n", "-- \n", "____\n", "С уважением\n", "--b\n", "--b--\n", "--", "=\n", "==", "=D0", "a \n", "-----Original Message-----\n",
        "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", "Final-Recipient: rfc822;a@b\n\n", "BEGIN:VEVENT\n", " \n ", "\nMessage-ID:", "\0", "\u202E", "\xFF",
    ];

    private static readonly string[] Types =
        ["text/plain; format=flowed; delsp=yes", "multipart/mixed; boundary=b", "multipart/mixed; boundary=\"-\"", "message/rfc822", "multipart/report; boundary=b", "text/calendar"];

    [Fact]
    public async Task No_message_takes_more_than_its_length()
    {
        var tooMuch = await Task.Run(() => Messages().Select(Excess).Where(excess => excess is not null).ToArray(), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(2), new WallClock(), TestContext.Current.CancellationToken);

        tooMuch.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_over_a_bound_is_told_and_not_read()
    {
        string Nested(int depth) => depth == 0 ? "\nIn the middle\n" : $"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n{Nested(depth - 1)}\n--b{depth}--\n";
        string Forwarded(int depth) => depth == 0 ? "\nIn the middle\n" : $"Content-Type: message/rfc822\n\n{Forwarded(depth - 1)}";

        Read(Nested(MailLimits.Depth)).ShouldSatisfyAllConditions(mail => mail.Text.ShouldBe("In the middle"), mail => mail.Problems.ShouldBeEmpty());
        Read(Nested(1000)).Problems.ShouldBe([MailProblems.TooDeep]);
        Read(Forwarded(1000)).Problems.ShouldBe([MailProblems.TooDeep]);
        Read("Content-Type: multipart/mixed; boundary=b\n\n" + Repeated("--b\nContent-Type: image/png\n\nx\n", 100_000)).ShouldSatisfyAllConditions(
            mail => mail.Attachments.Count.ShouldBe(MailLimits.Parts), mail => mail.Problems.ShouldBe([MailProblems.TooManyParts]));
        Read(Repeated("A: b\n", 10_000) + "\nText").ShouldSatisfyAllConditions(
            mail => mail.Headers.All("A").Count().ShouldBe(MailLimits.Fields), mail => mail.Text.ShouldBe("Text"), mail => mail.Problems.ShouldBe([MailProblems.HeaderTooLarge]));
        Read("\n" + new string('x', MailLimits.TextCharacters + 1)).Problems.ShouldBe([MailProblems.TextCut]);
        Read("To: " + Repeated("a@example.org,", 600) + "\n\nText").ShouldSatisfyAllConditions(
            mail => mail.To.Count.ShouldBe(MailLimits.Addresses), mail => mail.Problems.ShouldBe([MailProblems.ListTooLong]));
        MailReader.Read(new byte[MailLimits.MessageBytes + 1]).Problems.ShouldContain(MailProblems.MessageTooLarge, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, byte[] Raw)> Messages() =>
    [
        .. from bomb in HeaderBombs
           from field in new[] { "From", "Subject", "References", "Content-Type: text/plain", "Content-Disposition: attachment", "X" }
           select ($"{field}: {bomb}", Encoding.UTF8.GetBytes($"{field}{(field.Contains(':', StringComparison.Ordinal) ? "" : ": ")}{Repeated(bomb, 60_000 / bomb.Length)}\r\n\r\nText")),
        .. HtmlBombs.Select(bomb => Message("text/html", bomb)),
        .. from bomb in TextBombs
           from type in Types
           select Message(type, bomb),
        ("fields", Encoding.UTF8.GetBytes(Repeated("A: b\r\n", Size / 6))),
        ("folds", Encoding.UTF8.GetBytes("A: " + Repeated("\r\n b", Size / 4))),
        ("names", Encoding.UTF8.GetBytes(Repeated("a", Size))),
        ("attributes", Encoding.UTF8.GetBytes("Content-Type: text/html\r\n\r\n<p " + string.Concat(Enumerable.Range(0, Size / 8).Select(number => $"a{number}=1 ")) + ">x")),
    ];

    private static (string Name, byte[] Raw) Message(string type, string bomb) =>
        ($"{type}: {bomb}", Encoding.UTF8.GetBytes($"Content-Type: {type}\r\nContent-Transfer-Encoding: {(bomb.StartsWith('=') ? "quoted-printable" : "8bit")}\r\n\r\n{Repeated(bomb, Size / bomb.Length)}"));

    private static string? Excess((string Name, byte[] Raw) message)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        FuzzTests.Check(MailReader.Read(message.Raw));
        var perByte = (GC.GetAllocatedBytesForCurrentThread() - before) / message.Raw.Length;
        return perByte > AllocatedPerByte ? $"{message.Name}: {perByte} bytes for each byte" : null;
    }

    private static MailMessage Read(string raw) => MailReader.Read(Encoding.UTF8.GetBytes(raw));

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
