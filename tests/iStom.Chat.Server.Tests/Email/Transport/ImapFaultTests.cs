using System.Globalization;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Tests.Email.Servers;
using iStom.Chat.TestSupport;
using MailSecurity = iStom.Chat.Domain.Mail.MailSecurity;

namespace iStom.Chat.Server.Tests.Email.Transport;

/// <summary>Servers that break off, refuse, say nonsense, nothing or without end, at every step; and what they may say at any time.</summary>
public sealed class ImapFaultTests
{
    private const int MaxBytes = 1000;
    private static readonly Exchange[] Script =
    [
        new(null, "* OK [CAPABILITY IMAP4rev1 IDLE] there {5}\r\n"),
        new("CAPABILITY", "* CAPABILITY IMAP4rev1\r\nTAG OK\r\n"),
        new("LOGIN \"anna\" \"se\\\"cret\"", "* CAPABILITY IMAP4rev1 MOVE\r\nTAG OK [READ-WRITE] in\r\n"),
        new("CAPABILITY", "* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"),
        new("SELECT \"INBOX\"", "* FLAGS (\\Seen)\r\n* 3 EXISTS\r\n* OK [UIDVALIDITY 77] valid\r\n* OK [ALERT] Mailbox of anna@desk.test is full\r\nTAG OK [READ-WRITE] open\r\n"),
        new("NOOP", "TAG OK\r\n"),
        new("UID SEARCH UNDELETED UNSEEN", "* 4 EXISTS\r\n* SEARCH 9\r\n* SEARCH 5\r\nTAG OK found\r\n"),
        new("UID FETCH 5,9 (", "* 2 FETCH (FLAGS (\\Seen) RFC822.SIZE 12 UID 5 INTERNALDATE \"17-Jul-1996 02:44:25 -0700\")\r\n* 3 FETCH (UID 9 INTERNALDATE \" 1-Jan-2026 00:00:00 +0300\" RFC822.SIZE 5000)\r\nTAG OK\r\n"),
        new("UID FETCH 5 (UID BODY.PEEK[]<0.1001>)", "* 2 FETCH (BODY[]<0> {12}\r\nA: b\r\n\r\n)\"({ UID 5 X \"\\\"q\\\\\" Y (((NIL))))\r\n* 5 EXISTS\r\nTAG OK\r\n"),
        new("UID FETCH 9 (UID BODY.PEEK[HEADER]<0.1000>)", "* 3 FETCH (UID 9 BODY[HEADER]<0> \"A: c\")\r\nTAG OK\r\n"),
        new("UID STORE 5 +FLAGS.SILENT (\\Seen)", "TAG OK\r\n"),
        new("LOGOUT", "* BYE\r\nTAG OK\r\n"),
    ];

    [Fact]
    public async Task What_comes_in_any_order_is_understood()
    {
        await using var server = new ScriptedServer(Script);
        (await RunAsync(server)).ShouldBe("5@77 1996-07-17T09:44:25Z 12: A: b||)\"({ / 9@77 2025-12-31T21:00:00Z too big 5000: A: c / handled, news, alert: Mailbox of … is full");
        server.Heard[^1].ShouldEndWith("LOGOUT");
    }

    public static TheoryData<string, string?, string[]> Faults => new()
    {
        { "cut", null, [.. Enumerable.Repeat("connection-lost", 11)] },
        { "closing", "* BYE going\r\n", [.. Enumerable.Repeat("server-closing going", 11)] },
        { "refused", "TAG NO [X] not you@desk.test\r\n", ["server-garbled", "command-refused not …", "sign-in-refused not …", .. Enumerable.Repeat("command-refused not …", 8)] },
        { "garbage", "\r\n\0\x01\r\n", [.. Enumerable.Repeat("server-garbled", 11)] },
        { "endless line", Exchange.Endless, [.. Enumerable.Repeat("server-garbled", 11)] },
        { "endless lines", string.Concat(Enumerable.Repeat("* X\r\n", 100_000)), [.. Enumerable.Repeat("server-garbled", 11)] },
        { "large literal", "* 1 FETCH (UID 5 BODY[] {1002}\r\n", [.. Enumerable.Repeat("server-garbled", 11)] },
        { "huge literal", "* 1 FETCH (UID 5 BODY[] {999999999999}\r\n", [.. Enumerable.Repeat("server-garbled", 11)] },
        { "many literals", "* 1 FETCH (" + string.Concat(Enumerable.Repeat("{1}\r\na ", 101)) + ")\r\n", [.. Enumerable.Repeat("server-garbled", 11)] },
        { "silence", Exchange.Silence, [.. Enumerable.Repeat("server-silent", 11)] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task At_every_step_the_reason_is_told_and_nothing_is_marked_before_its_time(string fault, string? says, string[] expected)
    {
        for (var step = 0; step < Script.Length - 1; step++)
        {
            Exchange[] script = [.. Script];
            script[step] = script[step] with { Says = says };
            await using var server = new ScriptedServer(script);
            (await RunAsync(server)).ShouldBe(expected[step], customMessage: $"{fault} at step {step}");
            server.Heard.Count(line => line.Contains("STORE", StringComparison.Ordinal)).ShouldBe(step == 10 ? 1 : 0);
        }
    }

    /// <summary>Reads everything, and marks the first as handled.</summary>
    private static async Task<string> RunAsync(ScriptedServer server)
    {
        var time = new FakeTime();
        return await server.PatientlyAsync(ReadAsync(server.Port, time), time);
    }

    private static async Task<string> ReadAsync(int port, FakeTime time)
    {
        var options = new ImapOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.PlaintextOnLoopback, User = "anna", Password = "se\"cret", MaxBytes = MaxBytes };
        try
        {
            await using var session = await new ImapMailbox(options, time).ConnectAsync(default);
            var items = new List<MailboxItem>();
            await foreach (var item in session.FetchNewAsync(null, default))
            {
                items.Add(item);
            }

            var handled = await session.MarkHandledAsync(items[0].Id, default) ? "handled" : "not handled";
            (await session.MarkHandledAsync(new(78, 5), default)).ShouldBeFalse();
            var news = await session.WaitForNewAsync(TimeSpan.FromMinutes(1), default) ? "news" : "no news";
            return $"{string.Join(" / ", items.Select(Told))} / {handled}, {news}, alert: {session.Alert}";
        }
        catch (MailServerException e)
        {
            return $"{e.Reason} {e.Words}".TrimEnd();
        }
    }

    private static string Told(MailboxItem item) => string.Create(CultureInfo.InvariantCulture,
        $"{item.Id.Uid}@{item.Id.Validity} {item.ReceivedAt}{(item.IsTooBig ? " too big" : "")} {item.Octets}: {System.Text.Encoding.UTF8.GetString(item.Raw.Span).Replace("\r\n", "|", StringComparison.Ordinal)}");
}
