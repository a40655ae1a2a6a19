using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Workload;

/// <summary>A visitor's panel: writes, goes away and comes back, and asks for what it missed.</summary>
internal sealed class VisitorClient(int number, int visitor, Guid conversation, IExchange exchange, Recorder recorder, Random random)
    : Client<IVisitorLine>($"visitor-{number}", recorder, random)
{
    private readonly Timeline _timeline = new();
    private int _messages;
    private long _last;

    /// <summary>The panel is complete as far as it knows.</summary>
    public override bool IsSettled => base.IsSettled && !_timeline.HasGap && _timeline.Last >= _last;

    public int Visitor => visitor;

    public Guid Conversation => conversation;

    /// <summary>The sequence up to which the panel is complete.</summary>
    public long Last => _timeline.Last;

    /// <inheritdoc/>
    public override async Task WakeAsync()
    {
        if (IsConnected)
        {
            await JoinAsync();
        }
        else
        {
            await StepAsync(isBusy: false);
        }
    }

    /// <summary>A new message.</summary>
    public Task WriteAsync() => SendAsync(new(OperationKind.Send, Guid.CreateVersion7(), conversation, $"{Name} message {++_messages}"));

    /// <summary>The last look, when all is well: what the panel shows, and what a fresh one is shown.</summary>
    public async Task LookAsync()
    {
        await JoinAsync();
        Recorder.Screens.Enqueue(new(Name, conversation, _timeline.Shown is [var begin, ..] ? begin.Sequence : 1, _timeline.Shown));

        await using var line = await DialAsync();
        var fresh = (await line.JoinAsync(after: 0)).Entries.ToList();
        while (fresh is [{ Sequence: > 1 } first, ..] && await line.HistoryAsync(first.Sequence) is [var older, ..] page && older.Sequence < first.Sequence)
        {
            fresh.InsertRange(0, page);
        }

        Recorder.Screens.Enqueue(new($"{Name}-fresh", conversation, From: 1, fresh));
    }

    protected override Task<IVisitorLine> DialAsync() => exchange.DialAsVisitorAsync(visitor, entry =>
    {
        Recorder.Sightings.Enqueue(new(Name, conversation, entry));
        _timeline.Hear(entry);
    });

    protected override async Task<bool> CatchUpAsync(bool isNewLine = false) =>
        (!isNewLine && !_timeline.HasGap && _timeline.Last >= _last) || await JoinAsync();

    protected override async Task BeginAsync()
    {
        switch (Random.Next(100))
        {
            case < 4:
                await HangUpAsync();
                break;
            case < 10:
                await JoinAsync();
                break;
            default:
                await WriteAsync();
                break;
        }
    }

    protected override Task<long> WriteAsync(Write write) => Line.SendAsync(write.Id, write.Text);

    private async Task<bool> JoinAsync()
    {
        var after = _timeline.Last;
        var (ended, answer) = await Recorder.RunAsync(New(OperationKind.Join, conversation), () => Line.JoinAsync(after));
        if (answer is not null)
        {
            Recorder.Readings.Enqueue(new(Name, conversation, after, answer.Last, answer.Entries));
            _timeline.Read(answer.Entries);
            _last = answer.Last;
        }

        return !await HangUpIfDeadAsync(ended);
    }
}
