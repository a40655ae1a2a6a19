using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Tests.Email.Servers;
using iStom.Chat.TestSupport;
using MailSecurity = iStom.Chat.Domain.Mail.MailSecurity;

namespace iStom.Chat.Server.Tests.Email.Transport;

/// <summary>Waiting for mail, by the product's clock.</summary>
public sealed class ImapWaitTests
{
    [Fact]
    public async Task Listening_is_renewed_before_servers_have_enough_of_it_and_ends_with_the_limit()
    {
        Exchange[] idle = [new("IDLE", "+ idling\r\n* OK still here\r\n"), new("DONE", "* 1 EXPUNGE\r\nA3 OK\r\n")];
        await using var server = new ScriptedServer([.. Opened("IDLE"), .. idle, new("IDLE", "+ idling\r\n"), new("DONE", "A4 OK\r\n"), new("LOGOUT", "TAG OK\r\n")]);
        var time = new FakeTime();
        await using var session = await OpenAsync(server, time);
        var waiting = session.WaitForNewAsync(TimeSpan.FromMinutes(12), default);
        await server.UntilHeardAsync("IDLE");
        await PassAsync(time, TimeSpan.FromMinutes(9), () => server.Heard.Any(line => line == "DONE"));
        await server.UntilHeardAsync("IDLE", 2);
        waiting.IsCompleted.ShouldBeFalse();
        await PassAsync(time, TimeSpan.FromMinutes(3), () => waiting.IsCompleted);
        (await waiting).ShouldBeFalse();
        server.Heard.Count(line => line == "DONE").ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_that_comes_while_one_leaves_is_news()
    {
        await using var server = new ScriptedServer([.. Opened("IDLE"), new("IDLE", "+ idling\r\n* 2 EXPUNGE\r\n* 3 EXISTS\r\n"), new("DONE", "A3 OK\r\n"), new("LOGOUT", "TAG OK\r\n")]);
        await using var session = await OpenAsync(server, new FakeTime());
        (await session.WaitForNewAsync(TimeSpan.FromMinutes(12), default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_ends_listening_by_itself_is_listened_to_again_and_one_that_parts_is_told()
    {
        await using var server = new ScriptedServer([.. Opened("IDLE"), new("IDLE", "+ idling\r\nTAG OK enough\r\n"), new("IDLE", "+ idling\r\n* BYE for today\r\n")]);
        await using var session = await OpenAsync(server, new FakeTime());
        (await Should.ThrowAsync<MailServerException>(() => session.WaitForNewAsync(TimeSpan.FromMinutes(12), default))).Reason.ShouldBe(MailFailures.Closing);
    }

    [Fact]
    public async Task A_server_that_cannot_be_listened_to_is_asked_every_minute()
    {
        await using var server = new ScriptedServer([.. Opened("X"), new("NOOP", "TAG OK\r\n"), new("NOOP", "* 4 EXISTS\r\nTAG OK\r\n"), new("LOGOUT", "TAG OK\r\n")]);
        var time = new FakeTime();
        await using var session = await OpenAsync(server, time);
        var waiting = session.WaitForNewAsync(TimeSpan.FromMinutes(30), default);
        await PassAsync(time, TimeSpan.FromMinutes(1), () => waiting.IsCompleted);
        (await waiting).ShouldBeTrue();
        server.Heard.ShouldNotContain(line => line.Contains("IDLE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_not_kept()
    {
        await using var server = new ScriptedServer([.. Opened("IDLE"), new("IDLE", "+ idling\r\n"), new("DONE", "A3 OK\r\n")]);
        await using var session = await OpenAsync(server, new FakeTime());
        using var stop = new CancellationTokenSource();
        var waiting = session.WaitForNewAsync(TimeSpan.FromMinutes(30), stop.Token);
        await server.UntilHeardAsync("IDLE");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>Lets the span pass whenever just that is what is waited for, until it holds: whoever waits for an answer has all the time.</summary>
    private static Task PassAsync(FakeTime time, TimeSpan span, Func<bool> holds) => Eventually.HoldsAsync(() =>
    {
        if (time.IsAwaited(span) && !time.IsAwaited(span - TimeSpan.FromSeconds(1)))
        {
            time.Advance(span);
        }

        return Task.FromResult(holds());
    });

    private static Exchange[] Opened(string capability) =>
    [
        new(null, "* PREAUTH\r\n"), new("CAPABILITY", $"* CAPABILITY IMAP4rev1 {capability}\r\nTAG OK\r\n"), new("SELECT", "* 3 EXISTS\r\n* OK [UIDVALIDITY 1]\r\nTAG OK\r\n"),
    ];

    private static Task<IMailboxSession> OpenAsync(ScriptedServer server, FakeTime time) =>
        new ImapMailbox(new ImapOptions { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.PlaintextOnLoopback }, time).ConnectAsync(default);
}
