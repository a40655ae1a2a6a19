using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// The order of a stop: no new calls, those under way finish and are answered, then every socket is closed with leave to
/// come back, then the rest. Whoever was not answered sees the connection close and asks again under the same id.
/// </summary>
public sealed partial class Drain(TimeProvider time, IOptions<DrainOptions> options, ILogger<Drain> logger)
{
    private readonly Lock _lock = new();
    private readonly HashSet<DrainedConnection> _connections = [];
    private readonly TaskCompletionSource _noCalls = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _noConnections = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;
    private int _requests;

    /// <summary>The server is stopping.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>
    /// A request to a hub, which for a WebSocket lasts until its last byte is sent: only then is a client told. False when
    /// no more are taken.
    /// </summary>
    /// <param name="isPoll">A connection that is already there fetches what there is for it: answers, and the close.</param>
    public bool TryEnter(bool isPoll)
    {
        lock (_lock)
        {
            var enters = isPoll || !IsUnderWay;
            _requests += enters ? 1 : 0;
            return enters;
        }
    }

    /// <summary>A request that had entered is over.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _requests--;
            Look();
        }
    }

    /// <summary>A client is connected. One that comes too late is sent back at once.</summary>
    public void Add(DrainedConnection connection)
    {
        lock (_lock)
        {
            _connections.Add(connection);
            if (!IsUnderWay)
            {
                return;
            }
        }

        connection.Close();
    }

    /// <summary>A connection has ended; nobody waits for its calls any more.</summary>
    public void Remove(DrainedConnection connection)
    {
        lock (_lock)
        {
            _connections.Remove(connection);
            _calls -= connection.Calls.Count;
            connection.Calls.Clear();
            Look();
        }
    }

    /// <summary>A call has come in; false when it must not start any more.</summary>
    public bool TryBegin(DrainedConnection connection, string call)
    {
        lock (_lock)
        {
            if (!IsUnderWay && connection.Calls.Add(call))
            {
                _calls++;
            }

            return !IsUnderWay;
        }
    }

    /// <summary>A call's answer is on its way.</summary>
    public void End(DrainedConnection connection, string call)
    {
        lock (_lock)
        {
            if (connection.Calls.Remove(call))
            {
                _calls--;
                Look();
            }
        }
    }

    /// <summary>Ends when all is quiet, or its time is over.</summary>
    public async Task RunAsync()
    {
        lock (_lock)
        {
            IsUnderWay = true;
            Begun(logger, _calls, _connections.Count);
            Look();
        }

        if (!await InTimeAsync(_noCalls.Task, options.Value.Calls))
        {
            CallsLeft(logger, _calls);
        }

        Close();
        await InTimeAsync(_noConnections.Task, options.Value.Connections);
    }

    private void Close()
    {
        DrainedConnection[] open;
        lock (_lock)
        {
            open = [.. _connections];
        }

        foreach (var connection in open)
        {
            connection.Close();
        }
    }

    private async Task<bool> InTimeAsync(Task task, TimeSpan limit)
    {
        using var elapsed = new CancellationTokenSource(limit, time);
        await task.WaitAsync(elapsed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompletedSuccessfully;
    }

    private void Look()
    {
        if (IsUnderWay && _calls == 0)
        {
            _noCalls.TrySetResult();
        }

        if (IsUnderWay && _connections.Count == 0 && _requests == 0)
        {
            _noConnections.TrySetResult();
        }
    }

    [LoggerMessage(303, LogLevel.Information, "Stopping: {Calls} calls are under way, {Connections} clients are connected")]
    private static partial void Begun(ILogger logger, int calls, int connections);

    [LoggerMessage(304, LogLevel.Warning, "{Calls} calls did not finish in time; their clients will ask again")]
    private static partial void CallsLeft(ILogger logger, int calls);
}
