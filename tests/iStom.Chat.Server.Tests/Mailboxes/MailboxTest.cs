using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>Mailboxes as an administrator makes them, and mail as a mail server hands it over.</summary>
public abstract class MailboxTest(TestDatabase databases) : ServerTest(databases)
{
    protected const string Support = "support@desk.test";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A mailbox through which mail is handed over; its secret.</summary>
    protected async Task<string> AddMailboxAsync(object? outgoing = null, object? incoming = null, string? secret = null, bool usesReplyTokens = false)
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        using var answer = await administrator.HttpAsync(HttpMethod.Put, $"/api/mail/mailboxes/{Guid.CreateVersion7()}", new
        {
            address = Support, sender = new { russian = "Поддержка iStom", english = "iStom support" }, language = "Russian", incoming, outgoing,
            incomingSecret = incoming is null ? null : secret, outgoingSecret = outgoing is null ? null : secret, isPaused = false, handOver = true, newHandOver = false, usesReplyTokens, version = (long?)null,
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("secret").GetString()!;
    }

    /// <summary>Hands a mail over, signed; what the server says of it.</summary>
    protected async Task<JsonElement> HandOverAsync(string secret, string raw)
    {
        using var answer = await TryHandOverAsync(secret, raw);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    protected Task<HttpResponseMessage> TryHandOverAsync(string secret, string raw, string? address = Support, TimeSpan ago = default) => InboundMail.HandOverAsync(Server, secret, raw, address, ago);

    protected static string Mail(string id, string subject, string text, string from = "Анна <anna@clinic.test>", string more = "") =>
        $"""
        From: {from}
        To: {Support}
        Subject: {subject}
        Date: Mon, 23 Nov 2026 11:58:00 +0300
        Message-ID: <{id}@clinic.test>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit{(more.Length > 0 ? $"\n{more}" : "")}

        {text}
        """;
}
