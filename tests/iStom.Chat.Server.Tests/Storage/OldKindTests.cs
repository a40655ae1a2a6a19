using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Changes that were stored under the kinds of before are found under those of today.</summary>
public sealed class OldKindTests(TestDatabase databases)
{
    private const string Stored =
        """
        insert into mt_streams (id, type, version) values ('00000000-0000-7000-8000-000000000007', 'tariffterms', 1);
        insert into mt_doc_auditentry (id, data, kind) values ('00000000-0000-7000-8000-000000000008', '{"Kind":"tariffterms"}', 'tariffterms');
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_renamed()
    {
        await using var database = NpgsqlDataSource.Create(await databases.CreateDatabaseAsync());
        await Migration.ApplyAsync(database, [.. MigrationStep.All.Where(step => step.Number < 9)], Cancellation);
        await using var insert = database.CreateCommand(Stored);
        await insert.ExecuteNonQueryAsync(Cancellation);

        await Migration.ApplyAsync(database, Cancellation);

        await using var kinds = database.CreateCommand("select s.type || ' ' || a.kind || ' ' || (a.data ->> 'Kind') from mt_streams s, mt_doc_auditentry a");
        (await kinds.ExecuteScalarAsync(Cancellation)).ShouldBe("tariff_terms tariff_terms tariff_terms");
    }
}
