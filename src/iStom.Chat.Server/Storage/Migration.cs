using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>Brings a database to the layout of this version. Safe to run again and by several servers at once.</summary>
public static class Migration
{
    /// <summary>The layout that this version of the server works on: the highest in <c>istom_schema</c>.</summary>
    public const int Version = 1;

    /// <summary>Any constant: the servers that start together queue up behind it.</summary>
    private const long LockKey = 0x6953746F6D;

    public static async Task ApplyAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection, transaction))
        {
            wait.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockKey });
            await wait.ExecuteNonQueryAsync(cancellation);
        }

        await using (var layout = new NpgsqlCommand(ReadLayout(), connection, transaction))
        {
            await layout.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static string ReadLayout()
    {
        using var stream = typeof(Migration).Assembly.GetManifestResourceStream("MartenLayout.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
