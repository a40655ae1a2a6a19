using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>Whether background work gets done, for <c>/health/ready</c>.</summary>
public sealed class OutboxHealth(NpgsqlDataSource database, IClock clock)
{
    /// <summary>Work that is overdue for longer is stuck: no node has a handler for it, or none gets through.</summary>
    public static readonly Duration StuckAfter = Duration.FromMinutes(10);

    public async Task<OutboxState> ReadAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select min(due) filter (where parked is null and due <= $1), count(*) filter (where parked is not null) from istom_outbox");
        command.Parameters.Add(Sql.Utc(clock.GetCurrentInstant()));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.IsDBNull(0) ? null : Instant.FromDateTimeUtc(reader.GetDateTime(0)), reader.GetInt64(1));
    }

    /// <summary>What is wrong, in words; nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> WarningsAsync(CancellationToken cancellation)
    {
        var state = await ReadAsync(cancellation);
        var warnings = new List<string>();
        if (state.OldestDue is { } due && clock.GetCurrentInstant() - due > StuckAfter)
        {
            warnings.Add($"the outbox is stuck: a message is due since {due}");
        }

        if (state.Parked > 0)
        {
            warnings.Add($"the outbox has parked {state.Parked} messages after their last try");
        }

        return warnings;
    }
}
