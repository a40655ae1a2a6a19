using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Hosting.HealthCauses;

/// <summary>Whether the database answers and has the layout that this version of the server works on.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource database, TimeProvider time) : IHealthCause
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly HealthFinding Unreachable = new("database-unreachable", Blocks: true, "the database does not answer");
    private static readonly HealthFinding Missing = new("migration-missing", Blocks: true, "the database's layout is older than this server: restart it, it migrates at its start");
    private static readonly HealthFinding Newer = new("migration-newer", Blocks: true, "the database's layout is newer than this server: update the server");

    public async Task<HealthFinding?> LookAsync(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await using var probe = database.CreateCommand("select max(version) from istom_schema");
            return await probe.ExecuteScalarAsync(either.Token) is not int version || version < Migration.Version ? Missing
                : version > Migration.Version ? Newer
                : null;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return Missing;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException || limit.IsCancellationRequested)
        {
            return Unreachable;
        }
    }
}
