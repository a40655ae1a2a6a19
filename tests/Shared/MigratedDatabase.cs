using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.TestSupport;

/// <summary>Databases that have this version's tables and nothing in them.</summary>
public static class MigratedDatabase
{
    /// <summary>A new one, as a copy of a template that is migrated once.</summary>
    public static Task<string> CreateMigratedAsync(this TestDatabase databases) => databases.CreateDatabaseAsync("migrated", MigrateAsync);

    private static async Task MigrateAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await Migration.ApplyAsync(database, TestContext.Current.CancellationToken);
    }
}
