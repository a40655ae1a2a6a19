using Npgsql;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// Two roles: the server works as the owner of its databases, without a superuser's rights, as it would on a PostgreSQL of
/// the user's own; the administrator only makes the databases.
/// </summary>
internal static class PostgresRoles
{
    public const string Administrator = "administrator";
    public const string Application = "chat";

    /// <summary>Creates the application's role and the databases that are missing.</summary>
    public static async Task Prepare(string administration, string password, IReadOnlyList<string> databases, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(administration) { Pooling = false });
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var roles = await Names(connection, "SELECT rolname FROM pg_roles", cancellation);
        if (!roles.Contains(Application))
        {
            // A failing statement is logged by PostgreSQL, and this one holds a password.
            await Execute(connection, "SET log_min_error_statement = 'panic'", cancellation);
            await Execute(connection, $"CREATE ROLE {Quote(Application)} LOGIN PASSWORD '{password}'", cancellation);
        }

        var present = await Names(connection, "SELECT datname FROM pg_database", cancellation);
        foreach (var database in databases.Where(database => !present.Contains(database)))
        {
            await Execute(connection, $"CREATE DATABASE {Quote(database)} OWNER {Quote(Application)}", cancellation);
        }
    }

    /// <summary>A name as SQL takes it.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<HashSet<string>> Names(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
