using System.Threading.Channels;

namespace iStom.Chat.Server.Storage;

/// <summary>Wakes a worker of this node after a commit that concerns it. A lost signal costs a delay: the worker looks by itself too.</summary>
public abstract class CommitSignal : ICommitListener
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void OnCommitted(Committed committed)
    {
        if (Concerns(committed))
        {
            _signal.Writer.TryWrite(true);
        }
    }

    /// <summary>Returns at a signal, one that came before included, or after the limit.</summary>
    public async Task WaitAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        using var end = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellation);
        try
        {
            await _signal.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The limit; the caller looks by itself.
        }
    }

    /// <summary>Whether there is work in it.</summary>
    protected abstract bool Concerns(Committed committed);
}
