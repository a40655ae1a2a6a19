using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>All that one session writes, until it is committed or refused.</summary>
internal sealed class PendingCommit(Action<Committed> announce)
{
    private readonly TaskCompletionSource<Committed> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Func<NpgsqlBatchCommand>> _writes = [];
    private readonly List<PendingAppend> _appends = [];
    private readonly List<SnapshotStep> _steps = [];
    private readonly List<object> _snapshots = [];
    private readonly HashSet<Guid> _touched = [];

    /// <summary>Streams and documents of which rows are locked: nobody else may write these at the same time.</summary>
    public IReadOnlySet<Guid> Touched => _touched;

    public bool IsEmpty => _writes.Count + _appends.Count == 0;

    public int Enqueued { get; set; }

    /// <summary>Ends when the disk has it.</summary>
    public Task<Committed> Done => _done.Task;

    /// <summary>What writes all of them. What they have in common is done once for all.</summary>
    public static IEnumerable<NpgsqlBatchCommand> CommandsOf(IReadOnlyList<PendingCommit> group) =>
    [
        .. PendingAppend.CommandsOf([.. group.SelectMany(commit => commit._appends)]),
        .. SnapshotStep.CommandsOf(group.SelectMany(commit => commit._steps)),
        .. group.SelectMany(commit => commit._writes).Select(write => write()),
    ];

    /// <param name="command">Makes it anew for each try: a command remembers on which connection it was prepared.</param>
    /// <param name="touched">Whose rows it locks.</param>
    public void Write(Func<NpgsqlBatchCommand> command, params ReadOnlySpan<Guid> touched)
    {
        _writes.Add(command);
        foreach (var id in touched)
        {
            _touched.Add(id);
        }
    }

    public void Append(PendingAppend append)
    {
        _appends.Add(append);
        _touched.Add(append.Stream);
    }

    /// <summary>A snapshot as it is with this commit, and what has to be done for that, unless it is written.</summary>
    public void Decide(object snapshot, SnapshotStep? step)
    {
        _snapshots.Add(snapshot);
        if (step is not null)
        {
            _steps.Add(step);
        }
    }

    public bool AppendsTo(Guid stream) => _appends.Exists(append => append.Stream == stream);

    /// <inheritdoc cref="PendingAppend.ReadVersion"/>
    public void ReadVersion(NpgsqlDataReader reader) => PendingAppend.ReadVersion(_appends, reader);

    /// <summary>Tells it before anybody who waits goes on: in the order of commits.</summary>
    public void Succeed()
    {
        var committed = new Committed([.. _appends.SelectMany(append => append.Stored())], Enqueued) { Snapshots = _snapshots };
        try
        {
            announce(committed);
        }
        finally
        {
            _done.SetResult(committed);
        }
    }

    /// <summary>Nothing happens to what has succeeded: a listener's fault does not undo a commit.</summary>
    public void Fail(Exception e) => _done.TrySetException(e);
}
