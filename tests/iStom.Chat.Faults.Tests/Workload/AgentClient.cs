using System.Collections.Concurrent;
using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Workload;

/// <summary>An agent's desk: takes what is next, answers, writes notes, resolves.</summary>
internal sealed class AgentClient(int number, Guid account, IExchange exchange, Recorder recorder, Random random)
    : Client<IAgentLine>(NameOf(number), recorder, random)
{
    private const int MostHeld = 3;
    private readonly List<Guid> _held = [];
    private readonly ConcurrentDictionary<Guid, Guid> _conversations = new();
    private bool _doubtsDesk;

    public static string NameOf(int number) => $"agent-{number}";

    /// <summary>The last look, when all is well: the desk, and every ticket that was ever open on it.</summary>
    public async Task LookAsync()
    {
        await using var line = await DialAsync();
        var (mine, queue, waiting) = await line.DeskAsync();
        Recorder.Desks.Enqueue(new(account, mine, queue, waiting));
        foreach (var (ticket, conversation) in _conversations)
        {
            var (_, entries) = await Recorder.RunAsync(New(OperationKind.Open, ticket), () => ReadAllAsync(line, ticket));
            Recorder.Screens.Enqueue(new($"{Name}-fresh", conversation, From: 2, entries ?? []));
        }
    }

    /// <summary>
    /// Everything but the first entry: the desk has no way to ask for what comes after 0. A server that answers with what was
    /// there already is not asked for ever.
    /// </summary>
    private static async Task<IReadOnlyList<Entry>> ReadAllAsync(IAgentLine line, Guid ticket)
    {
        var entries = (await line.OpenAsync(ticket, after: 1)).Stretch.Entries.ToList();
        while (entries is [.., var last] && (await line.OpenAsync(ticket, last.Sequence)).Stretch.Entries is [.., var newest] page)
        {
            entries.AddRange(page);
            if (newest.Sequence <= last.Sequence)
            {
                break;
            }
        }

        return entries;
    }

    protected override Task<IAgentLine> DialAsync() => exchange.DialAsAgentAsync(number, (ticket, entry) =>
    {
        if (_conversations.TryGetValue(ticket, out var conversation))
        {
            Recorder.Sightings.Enqueue(new(Name, conversation, entry));
        }
    });

    /// <summary>After a take without an answer, the desk says whether there is one ticket more.</summary>
    protected override async Task<bool> CatchUpAsync(bool isNewLine = false)
    {
        if (!isNewLine && !_doubtsDesk)
        {
            return true;
        }

        var (ended, desk) = await Recorder.RunAsync(New(OperationKind.Desk), Line.DeskAsync);
        if (ended.Outcome == Outcome.Ok)
        {
            _doubtsDesk = false;
            _held.Clear();
            _held.AddRange(desk.Mine);
        }

        return !await HangUpIfDeadAsync(ended);
    }

    protected override Task BeginAsync()
    {
        if (_held.Count == 0 || (_held.Count < MostHeld && Random.Next(2) == 0))
        {
            return TakeNextAsync();
        }

        var ticket = _held[Random.Next(_held.Count)];
        return Random.Next(100) switch
        {
            < 25 => SayAsync(OperationKind.Reply, ticket),
            < 35 => SayAsync(OperationKind.Note, ticket),
            < 92 => FinishAsync(ticket),
            < 97 => OpenAsync(ticket),
            _ => HangUpAsync(),
        };
    }

    protected override Task<long> WriteAsync(Write write) =>
        Line.SendAsync(write.Id, write.Stream, write.Text, write.Kind == OperationKind.Note);

    protected override void Refused(Write write) => _held.Remove(write.Stream);

    private Task SayAsync(OperationKind kind, Guid ticket)
    {
        var id = Guid.CreateVersion7();
        return SendAsync(new(kind, id, ticket, $"{Name} {kind} {id:N}"));
    }

    /// <summary>Answers and resolves at once: a customer who has just been answered does not wait, unless they were faster.</summary>
    private async Task FinishAsync(Guid ticket)
    {
        await SayAsync(OperationKind.Reply, ticket);
        if (IsSettled && IsConnected && _held.Contains(ticket))
        {
            await ResolveAsync(ticket);
        }
    }

    private async Task TakeNextAsync()
    {
        var (ended, opened) = await Recorder.RunAsync(
            New(OperationKind.TakeNext), () => Line.TakeNextAsync(), (take, given) => take with { Stream = given.Ticket, WaitingSince = given.WaitingSince });
        if (opened is not null)
        {
            _held.Add(opened.Ticket);
            Read(opened, after: 0);
        }

        _doubtsDesk |= ended.Outcome == Outcome.Unknown;
        await HangUpIfDeadAsync(ended);
    }

    private async Task OpenAsync(Guid ticket)
    {
        var after = Random.Next(5);
        var (ended, opened) = await Recorder.RunAsync(New(OperationKind.Open, ticket), () => Line.OpenAsync(ticket, after));
        if (opened is not null)
        {
            Read(opened, after);
        }

        await HangUpIfDeadAsync(ended);
    }

    private async Task ResolveAsync(Guid ticket)
    {
        var (ended, _) = await Recorder.RunAsync(New(OperationKind.Resolve, ticket), async () =>
        {
            await Line.ResolveAsync(ticket);
            return true;
        });
        if (ended.Outcome == Outcome.Ok || (ended.Outcome == Outcome.Fail && ended.Code != "customer-waits"))
        {
            _held.Remove(ticket);
        }

        await HangUpIfDeadAsync(ended);
    }

    private void Read(Opened opened, long after)
    {
        _conversations[opened.Ticket] = opened.Conversation;
        Recorder.Readings.Enqueue(new(Name, opened.Conversation, after, opened.Stretch.Last, opened.Stretch.Entries));
    }
}
