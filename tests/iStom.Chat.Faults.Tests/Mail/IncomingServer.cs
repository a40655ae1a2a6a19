using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace iStom.Chat.Faults.Tests.Mail;

/// <summary>A mailbox over IMAP, as much of it as is asked for: it tells of new mail, gives it, and remembers what was marked as handled.</summary>
internal sealed partial class IncomingServer : LineServer
{
    private readonly Lock _changing = new();
    private readonly List<(byte[] Raw, bool IsSeen)> _mails = [];
    private TaskCompletionSource _arrived = NewArrival();

    public bool IsAllSeen
    {
        get
        {
            lock (_changing)
            {
                return _mails.All(mail => mail.IsSeen);
            }
        }
    }

    /// <summary>Mail comes in.</summary>
    public void Deliver(params IEnumerable<string> mails)
    {
        lock (_changing)
        {
            _mails.AddRange(mails.Select(mail => (Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")), false)));
            _arrived.SetResult();
            _arrived = NewArrival();
        }
    }

    protected override async Task ServeAsync(Line line)
    {
        await line.SayAsync("* OK ready\r\n");
        while (await line.HearAsync() is var said)
        {
            var (tag, command) = (said.Split(' ')[0], said[(said.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            await AnswerAsync(line, command);
            await line.SayAsync($"{tag} OK done\r\n");
        }
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task AnswerAsync(Line line, string command) => command switch
    {
        "CAPABILITY" => line.SayAsync("* CAPABILITY IMAP4rev1 IDLE\r\n"),
        "IDLE" => IdleAsync(line),
        "LOGOUT" => throw new EndOfStreamException(),
        _ when command.StartsWith("SELECT", StringComparison.Ordinal) => line.SayAsync($"{Exists()}* OK [UIDVALIDITY 7] ids are valid\r\n"),
        "NOOP" => line.SayAsync(Exists()),
        _ when SearchCommand().Match(command) is { Success: true } search => line.SayAsync(Found(search.Groups["from"] is { Success: true } from ? int.Parse(from.ValueSpan, CultureInfo.InvariantCulture) : null)),
        _ when StoreCommand().Match(command) is { Success: true } store => MarkAsync(line, int.Parse(store.Groups["uid"].ValueSpan, CultureInfo.InvariantCulture)),
        _ when FetchCommand().Match(command) is { Success: true } fetch => FetchAsync(line, fetch.Groups["uids"].Value.Split(','), command.Contains("BODY.PEEK", StringComparison.Ordinal)),
        _ => throw new NotSupportedException(command),
    };

    private async Task IdleAsync(Line line)
    {
        await line.SayAsync("+ listening\r\n");
        var done = line.HearAsync();
        do
        {
            Task arrived;
            lock (_changing)
            {
                arrived = _arrived.Task;
            }

            await line.SayAsync(Exists());
            await Task.WhenAny(done, arrived);
        }
        while (!done.IsCompleted);
        await done;
    }

    private string Exists()
    {
        lock (_changing)
        {
            return $"* {_mails.Count} EXISTS\r\n";
        }
    }

    private string Found(int? from)
    {
        lock (_changing)
        {
            return $"* SEARCH {string.Join(' ', Enumerable.Range(1, _mails.Count).Where(uid => from is null ? !_mails[uid - 1].IsSeen : uid >= from))}".TrimEnd() + "\r\n";
        }
    }

    private async Task FetchAsync(Line line, IEnumerable<string> uids, bool isContent)
    {
        foreach (var uid in uids.Select(uid => int.Parse(uid, CultureInfo.InvariantCulture)))
        {
            byte[] raw;
            lock (_changing)
            {
                raw = _mails[uid - 1].Raw;
            }

            await line.SayAsync(isContent
                ? $"* {uid} FETCH (UID {uid} BODY[]<0> {{{raw.Length}}}\r\n{Encoding.Latin1.GetString(raw)})\r\n"
                : $"* {uid} FETCH (UID {uid} RFC822.SIZE {raw.Length} INTERNALDATE \"23-Nov-2026 07:00:00 +0000\")\r\n");
        }
    }

    private async Task MarkAsync(Line line, int uid)
    {
        await PassAsync(line, Moment.Marking);
        lock (_changing)
        {
            _mails[uid - 1] = (_mails[uid - 1].Raw, true);
        }

        await PassAsync(line, Moment.Marked);
    }

    [GeneratedRegex("^UID SEARCH UNDELETED (UNSEEN|UID (?<from>[0-9]+):\\*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SearchCommand();

    [GeneratedRegex("^UID STORE (?<uid>[0-9]+) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StoreCommand();

    [GeneratedRegex("^UID FETCH (?<uids>[0-9,]+) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FetchCommand();
}
