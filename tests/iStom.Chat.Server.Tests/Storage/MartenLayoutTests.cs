using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>The real catalog against a description of genuine Marten 9's tables, kept as data.</summary>
public sealed class MartenLayoutTests(TestDatabase databases)
{
    private const string Columns =
        """
        select table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
          || case is_nullable when 'NO' then ' not null' else '' end || coalesce(' default ' || column_default, '')
        from information_schema.columns where table_name in ('mt_streams', 'mt_events')
          or (table_name like 'mt_doc_%' and column_name in ('id', 'data', 'mt_last_modified', 'mt_dotnet_type', 'mt_version'))
        """;

    private const string Constraints =
        """
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
        where conrelid::regclass::text like 'mt\_%' and contype in ('p', 'f', 'u')
        """;

    private const string Indexes =
        "select replace(indexdef, 'public.', '') from pg_indexes where tablename in ('mt_streams', 'mt_events') and indexname not like 'pkey%'";

    private const string Sequences =
        "select sequencename || ' ' || data_type || ' start ' || start_value || ' by ' || increment_by from pg_sequences where sequencename like 'mt\\_%'";

    [Fact]
    public async Task The_tables_are_those_of_genuine_Marten()
    {
        await using var database = NpgsqlDataSource.Create(await databases.CreateDatabaseAsync());
        await Migration.ApplyAsync(database, TestContext.Current.CancellationToken);
        var actual = new List<string>();
        foreach (var sql in new[] { Columns, Constraints, Indexes, Sequences })
        {
            await using var command = database.CreateCommand($"{sql} order by 1");
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                actual.Add(reader.GetString(0));
            }
        }

        var golden = Repository.PathTo("tests", "iStom.Chat.Server.Tests", "Storage", "marten-layout.golden.txt");
        actual.ShouldBe(await File.ReadAllLinesAsync(golden, TestContext.Current.CancellationToken));
    }
}
