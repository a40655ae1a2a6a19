using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>
/// Brings a database to the layout of this version, step by step: each step and the note that it is done are one
/// transaction, so an interrupted migration goes on where it stopped. Safe to run again and by several servers at once.
/// </summary>
public static class Migration
{
    /// <summary>The layout that this version of the server works on: the highest in <c>istom_schema</c>.</summary>
    public static int Version => MigrationStep.All[^1].Number;

    /// <summary>Any constant: the servers that start together queue up behind it.</summary>
    private const long LockKey = 0x6953746F6D;

    /// <summary>Applies what is missing of this server's steps.</summary>
    /// <exception cref="NewerDatabaseException">A newer server has been here; nothing was changed.</exception>
    public static Task ApplyAsync(NpgsqlDataSource database, CancellationToken cancellation) =>
        ApplyAsync(database, MigrationStep.All, cancellation);

    /// <summary>The same with other steps than this server's own.</summary>
    /// <exception cref="NewerDatabaseException">A newer server has been here; nothing was changed.</exception>
    public static async Task ApplyAsync(NpgsqlDataSource database, IReadOnlyList<MigrationStep> steps, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        while (await ApplyNextAsync(connection, steps, cancellation))
        {
        }
    }

    /// <summary>Whether there was a step to apply.</summary>
    private static async Task<bool> ApplyNextAsync(NpgsqlConnection connection, IReadOnlyList<MigrationStep> steps, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, "select pg_advisory_xact_lock($1)", new NpgsqlParameter<long> { TypedValue = LockKey }, cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        var version = applied.DefaultIfEmpty().Max();
        var latest = steps[^1].Number;
        if (version > latest)
        {
            throw new NewerDatabaseException(
                $"The database has layout {version}, and this server knows layouts up to {latest}: start the newer server, or restore a backup from before its first start.");
        }

        if (steps.FirstOrDefault(step => !applied.Contains(step.Number)) is not { } next)
        {
            return false;
        }

        await ExecuteAsync(connection, next.Sql, parameter: null, cancellation);
        await ExecuteAsync(connection, "insert into istom_schema (version) values ($1)", new NpgsqlParameter<int> { TypedValue = next.Number }, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Each by its own number: a step may have come to the product after one with a higher number.</summary>
    private static async Task<HashSet<int>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("select to_regclass('istom_schema') is not null", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is false)
        {
            return [];
        }

        await using var read = new NpgsqlCommand("select version from istom_schema", connection);
        await using var reader = await read.ExecuteReaderAsync(cancellation);
        var applied = new HashSet<int>();
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add(reader.GetInt32(0));
        }

        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, NpgsqlParameter? parameter, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (parameter is not null)
        {
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
