using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Hubs;

/// <summary>
/// Every few seconds compares the streams that clients look at with what they were told, and tells the rest. A push that
/// was lost on the way costs this delay, never a message, also when nothing more is written.
/// </summary>
public sealed partial class MissedPushes(
    WatchedStreams watched, Broadcast broadcast, IStore store, NpgsqlDataSource database, TimeProvider time, ILogger<MissedPushes> logger)
    : PeriodicWork(Interval, time)
{
    /// <summary>Most events of one stream that are told at a time.</summary>
    private const int Most = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        var told = watched.Look();
        foreach (var stream in await AheadAsync(told, cancellation))
        {
            var missed = await store.OpenSession().ReadAsync(stream, told[stream], Most, cancellation);
            broadcast.OnCommitted(new Committed(missed));
        }
    }

    private async Task<IReadOnlyList<Guid>> AheadAsync(IReadOnlyDictionary<Guid, long> told, CancellationToken cancellation)
    {
        if (told.Count == 0)
        {
            return [];
        }

        await using var command = database.CreateCommand(
            "select s.id from unnest($1::uuid[], $2::bigint[]) as t(id, version) join mt_streams s on s.id = t.id where s.version > t.version");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. told.Keys] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. told.Values] });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ahead = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            ahead.Add(reader.GetGuid(0));
        }

        return ahead;
    }

    protected override void Tell(Exception exception) => LookFailed(logger, exception);

    [LoggerMessage(104, LogLevel.Error, "Missed pushes could not be looked for")]
    private static partial void LookFailed(ILogger logger, Exception exception);
}
