using System.Text.Json;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>Ten thousand messages, told by a hub that the test plays: what is tried is the browser's side.</summary>
public sealed class LongConversationTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private const int Total = 10_000;
    private const char End = '\u001e';

    /// <summary>Scrolls up until there is nothing older, noting what is in the document and whether anything in view moved; then down again, noting the time from frame to frame.</summary>
    private const string ScrollThrough =
        """
        async (log) => {
          const frame = () => new Promise(requestAnimationFrame);
          const shown = () => log.querySelectorAll('[data-testid=message]');
          const inView = () => [...shown()].find((bubble) => bubble.getBoundingClientRect().bottom > log.getBoundingClientRect().top + 40);
          let most = 0, jumps = 0;
          for (; log.querySelector('.older'); await frame()) {
            most = Math.max(most, shown().length);
            log.scrollTop = 300;
            const [bubble, before] = [inView(), log.scrollHeight];
            const top = bubble.getBoundingClientRect().top;
            while (log.scrollHeight === before && log.querySelector('.older')) await frame();
            if (Math.abs(bubble.getBoundingClientRect().top - top) > 1) jumps++;
          }
          const first = [...shown()][0].innerText;
          log.scrollTop = 0;
          const frames = [];
          for (let at = await frame(), n = 0; n < 600; n++) {
            log.scrollTop += 200;
            const now = await frame();
            frames.push(now - at);
            at = now;
            most = Math.max(most, shown().length);
          }
          frames.sort((a, b) => a - b);
          return { most, jumps, first, median: frames[300], p99: frames[594], longest: frames[599] };
        }
        """;

    [Fact]
    public async Task Ten_thousand_messages_are_scrolled_through_while_the_document_holds_a_few_hundred_and_nothing_jumps()
    {
        var context = await NewContextAsync();
        await context.RouteWebSocketAsync("**/hubs/visitor*", socket => socket.OnMessage(frame => Answer(socket, frame.Text ?? "")));
        var (_, panel) = await OpenPanelAsync("i-stom", context);
        await Expect(panel.GetByText($"Сообщение {Total}", new() { Exact = true })).ToBeInViewportAsync();

        var seen = await panel.GetByRole(AriaRole.Log).EvaluateAsync<Seen>(ScrollThrough);

        await Console.Out.WriteLineAsync($"Scrolling through {Total} messages: frames {seen.Median:0.0} ms (median), {seen.P99:0.0} ms (p99), {seen.Longest:0.0} ms (longest); at most {seen.Most} messages in the document.");
        seen.First.ShouldContain("Сообщение 1");
        seen.Jumps.ShouldBe(0);
        seen.Most.ShouldBeInRange(50, 500);

        // The keyboard's way, and what comes meanwhile does not pull the reader away.
        await panel.GetByRole(AriaRole.Log).PressAsync("Home");
        await Expect(panel.GetByText("Сообщение 1", new() { Exact = true })).ToBeInViewportAsync();
        await panel.GetByRole(AriaRole.Log).PressAsync("End");
        await Expect(panel.GetByText($"Сообщение {Total}", new() { Exact = true })).ToBeInViewportAsync();
    }

    private static void Answer(IWebSocketRoute socket, string frame)
    {
        foreach (var record in frame.Split(End, StringSplitOptions.RemoveEmptyEntries).Select(part => JsonSerializer.Deserialize<JsonElement>(part)))
        {
            if (record.TryGetProperty("protocol", out _))
            {
                socket.Send("{}" + End);
            }
            else if (record.TryGetProperty("invocationId", out var id))
            {
                socket.Send(JsonSerializer.Serialize(new { type = 3, invocationId = id.GetString(), result = Result(record.GetProperty("target").GetString()!, record.GetProperty("arguments")) }) + End);
            }
        }
    }

    private static object? Result(string target, JsonElement arguments) => target switch
    {
        "Join" => new
        {
            conversationId = Guid.Empty,
            messages = arguments[0].GetProperty("after").GetInt32() == 0 ? Page(Total + 1, 50) : [],
            lastSequence = Total,
            ticket = (object?)null,
            reads = Array.Empty<object>(),
            desk = new { now = "2026-11-23T09:00:00.000Z", open = true, opensAt = (string?)null, closesAt = "2026-11-23T16:00:00.000Z", agentsOnline = 1 },
        },
        "History" => Page(arguments[0].GetProperty("before").GetInt32(), arguments[0].GetProperty("limit").GetInt32()),
        "Kinds" => Array.Empty<object>(),
        _ => null,
    };

    private static object[] Page(int before, int limit) =>
        [.. Enumerable.Range(Math.Max(1, before - limit), before - Math.Max(1, before - limit)).Select(sequence => new
        {
            id = $"m{sequence}",
            sequence,
            sentAt = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(sequence).ToString("O"),
            author = sequence % 3 == 0 ? "Visitor" : "Agent",
            authorName = sequence % 3 == 0 ? null : "Сотрудник 1",
            text = sequence is 1 or Total ? $"Сообщение {sequence}" : $"Сообщение {sequence}" + string.Concat(Enumerable.Repeat("\nещё одна строка", sequence % 4)),
            replyTo = (string?)null,
            notice = (string?)null,
            ticketNumber = (string?)null,
        })];

    private sealed class Seen
    {
        public int Most { get; init; }

        public int Jumps { get; init; }

        public string First { get; init; } = "";

        public double Median { get; init; }

        public double P99 { get; init; }

        public double Longest { get; init; }
    }
}
