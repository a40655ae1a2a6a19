using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Workload;

/// <summary>
/// What all clients do: dial again when the line is dead, and repeat what was not answered under the same id until an
/// answer tells.
/// </summary>
internal abstract class Client<TLine>(string name, Recorder recorder, Random random) : IAsyncDisposable
    where TLine : class, IAsyncDisposable
{
    private TLine? _line;
    private Write? _unanswered;

    public string Name => name;

    protected Recorder Recorder => recorder;

    protected Random Random => random;

    protected TLine Line => _line ?? throw new InvalidOperationException("There is no line.");

    public bool IsConnected => _line is not null;

    /// <summary>Whether everything that was sent has its answer.</summary>
    public virtual bool IsSettled => _unanswered is null;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await HangUpAsync();
    }

    /// <summary>A page that is looked at again trusts nothing, and asks for what it may have missed.</summary>
    public virtual Task WakeAsync() => Task.CompletedTask;

    /// <summary>One thing, which may fail.</summary>
    /// <param name="isBusy">Whether something new may be begun.</param>
    public async Task StepAsync(bool isBusy)
    {
        if (_line is null && !await ConnectAsync())
        {
            await HangUpAsync();
        }
        else if (_unanswered is not null)
        {
            await SendAsync(_unanswered);
        }
        else if (!await CatchUpAsync())
        {
            await HangUpAsync();
        }
        else if (isBusy)
        {
            await BeginAsync();
        }
    }

    protected abstract Task<TLine> DialAsync();

    /// <summary>Asks for what may have been missed; false when the line is dead.</summary>
    protected abstract Task<bool> CatchUpAsync(bool isNewLine = false);

    /// <summary>Begins something new.</summary>
    protected abstract Task BeginAsync();

    protected abstract Task<long> WriteAsync(Write write);

    protected virtual void Refused(Write write)
    {
    }

    protected Operation New(OperationKind kind, Guid stream = default) =>
        new() { Number = -1, Invoked = default, Client = name, Kind = kind, Stream = stream };

    protected async Task SendAsync(Write write)
    {
        _unanswered = write;
        var operation = New(write.Kind, write.Stream) with { Id = write.Id, Text = write.Text };
        var (ended, _) = await recorder.RunAsync(operation, () => WriteAsync(write), (sent, sequence) => sent with { Sequence = sequence });
        if (ended.Outcome == Outcome.Ok || (ended.Outcome == Outcome.Fail && ended.Code != "rate-limited"))
        {
            _unanswered = null;
        }

        if (ended.Outcome == Outcome.Fail)
        {
            Refused(write);
        }

        await HangUpIfDeadAsync(ended);
    }

    /// <summary>A coded answer came over a line that works; anything else may be the line.</summary>
    protected async Task<bool> HangUpIfDeadAsync(Operation ended)
    {
        var isDead = ended is { Outcome: Outcome.Unknown, Code: not ("unavailable" or "internal") };
        if (isDead)
        {
            await HangUpAsync();
        }

        return isDead;
    }

    protected async Task HangUpAsync()
    {
        if (_line is { } line)
        {
            _line = null;
            await line.DisposeAsync();
        }
    }

    private async Task<bool> ConnectAsync()
    {
        var (ended, line) = await recorder.RunAsync(New(OperationKind.Connect), DialAsync);
        _line = line;
        return ended.Outcome == Outcome.Ok && await CatchUpAsync(isNewLine: true);
    }

    /// <summary>Something that is repeated under its id until it is answered.</summary>
    protected sealed record Write(OperationKind Kind, Guid Id, Guid Stream, string Text);
}
