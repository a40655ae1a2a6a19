using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>
/// Writes what several commands commit at the same moment in one batch, which is one transaction: the disk is waited for
/// once. Nobody waits for company: who comes while others are being written goes with the next group. What one transaction
/// refuses is tried again one by one, so that a command fails by its own fault alone.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    /// <summary>One that hangs does not hold up all.</summary>
    public const int GroupsAtOnce = 2;

    private const int Largest = 32;

    /// <summary>How long a group is alone: two small ones cost PostgreSQL more than they save. After that, nobody waits for it any more.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private readonly NpgsqlDataSource _database;
    private readonly Timer _moment;
    private readonly List<PendingCommit> _waiting = [];
    private readonly HashSet<Guid> _touched = [];
    private bool _isGathering;
    private int _groups;
    private bool _isLate;

    public GroupCommit(NpgsqlDataSource database)
    {
        _database = database;
        _moment = new(_ => PassMoment(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends when it is committed, or refused with the error of PostgreSQL.</summary>
    public Task<Committed> WriteAsync(PendingCommit commit)
    {
        lock (_lock)
        {
            _waiting.Add(commit);
        }

        Gather();
        return commit.Done;
    }

    public void Dispose() => _moment.Dispose();

    /// <summary>Writes those who wait, unless they are to wait for the group before: behind everybody who is ready to run, so that they come along.</summary>
    private void Gather()
    {
        lock (_lock)
        {
            if (_isGathering || !MayBegin || _waiting.Count == 0)
            {
                return;
            }

            _isGathering = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(self => _ = self.WorkAsync(), this, preferLocal: false);
    }

    private bool MayBegin => _groups == 0 || (_isLate && _groups < GroupsAtOnce);

    private void PassMoment()
    {
        lock (_lock)
        {
            _isLate = true;
        }

        Gather();
    }

    private async Task WorkAsync()
    {
        var group = Take(isGathered: true);
        while (group.Count > 0)
        {
            await WriteAsync(group);
            Leave(group);
            group = Take(isGathered: false);
        }
    }

    /// <summary>
    /// The next to be written together, in the order in which they came. What touches the same rows goes one after the other, so
    /// that groups do not lock each other out.
    /// </summary>
    private List<PendingCommit> Take(bool isGathered)
    {
        lock (_lock)
        {
            _isGathering &= !isGathered;
            List<PendingCommit> group = [];
            foreach (var commit in MayBegin ? _waiting : [])
            {
                if (group.Count < Largest && !_touched.Overlaps(commit.Touched))
                {
                    group.Add(commit);
                    _touched.UnionWith(commit.Touched);
                }
            }

            if (group.Count > 0)
            {
                _waiting.RemoveAll(group.Contains);
                _groups++;
                _isLate = false;
                _moment.Change(Moment, Timeout.InfiniteTimeSpan);
            }

            return group;
        }
    }

    private void Leave(List<PendingCommit> group)
    {
        lock (_lock)
        {
            group.ForEach(commit => _touched.ExceptWith(commit.Touched));
            _groups--;
        }
    }

    private async Task WriteAsync(List<PendingCommit> group)
    {
        try
        {
            await ExecuteAsync(group);
            group.ForEach(commit => commit.Succeed());
        }
        catch (PostgresException) when (group.Count > 1)
        {
            foreach (var commit in group)
            {
                await WriteAsync([commit]);
            }
        }
        catch (Exception e)
        {
            group.ForEach(commit => commit.Fail(e));
        }
    }

    /// <summary>One batch without barriers is one implicit transaction: any error undoes all of it.</summary>
    private async Task ExecuteAsync(List<PendingCommit> group)
    {
        await using var batch = _database.CreateBatch();
        foreach (var write in PendingCommit.CommandsOf(group))
        {
            batch.BatchCommands.Add(write);
        }

        await using var reader = await batch.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
                group.ForEach(commit => commit.ReadVersion(reader));
            }
        }
        while (await reader.NextResultAsync());
    }
}
