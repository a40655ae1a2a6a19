using System.Threading.Channels;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>Wakes this node's worker when a commit has left it something. A lost signal costs a delay: the worker looks by itself too.</summary>
public sealed class OutboxSignal : ICommitListener
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void OnCommitted(Committed committed)
    {
        if (committed.Enqueued > 0)
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
}
