using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tests.Contract;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

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

    private const string OwnColumns =
        """
        select table_name || '.' || column_name || ' ' || data_type from information_schema.columns
        where table_name like 'mt\_doc\_%' and column_name not in ('id', 'data', 'mt_last_modified', 'mt_dotnet_type', 'mt_version')
        """;

    private const string OwnIndexes = "select replace(indexdef, 'public.', '') from pg_indexes where tablename like 'mt\\_doc\\_%' and indexname not like 'pkey%' and indexname not like 'istom\\_%'";

    private const string QueueIndexes = "select indexname::text from pg_indexes where tablename like 'mt\\_doc\\_%' and indexname like 'istom\\_%'";

    [Fact]
    public async Task The_tables_are_those_of_genuine_Marten()
    {
        var golden = Repository.PathTo("tests", "iStom.Chat.Server.Tests", "Storage", "marten-layout.golden.txt");

        Approved.FileShouldBe(golden, string.Concat((await ReadAsync(Columns, Constraints, Indexes, Sequences)).Select(line => $"{line}\n")));
    }

    [Fact]
    public async Task Every_mapping_tells_the_columns_and_indexes_of_its_table()
    {
        await using var services = new ServiceCollection().AddChatStore("Host=nowhere").BuildServiceProvider();
        var mappings = services.GetRequiredService<DocumentMappings>().All.ToArray();
        var fields = mappings
            .SelectMany(mapping => mapping.Fields.Select(field => (Table: $"mt_doc_{mapping.Type.Name.ToLowerInvariant()}", Field: field))).ToArray();

        (await ReadAsync(OwnColumns)).ShouldBe(fields.Select(of => $"{of.Table}.{of.Field.Column} {TypeOf(of.Field)}"), ignoreOrder: true);
        (await ReadAsync(OwnIndexes)).ShouldBe(fields.Where(of => of.Field.Index != FieldIndex.None).Select(of => IndexOf(of.Table, of.Field)), ignoreOrder: true);
        (await ReadAsync(QueueIndexes)).ShouldBe(mappings.SelectMany(mapping => mapping.OwnIndexes), ignoreOrder: true);
    }

    [Fact]
    public async Task Genuine_Marten_finds_the_id_of_every_document()
    {
        await using var services = new ServiceCollection().AddChatStore("Host=nowhere").BuildServiceProvider();

        services.GetRequiredService<DocumentMappings>().All
            .Where(mapping => mapping.Type.GetProperty("Id") is null).Select(mapping => mapping.Type.Name).ShouldBeEmpty();
    }

    private static string TypeOf(IDuplicatedField field) => field.Type switch
    {
        NpgsqlDbType.TimestampTz => "timestamp with time zone",
        NpgsqlDbType.Varchar => "character varying",
        _ => field.Type.ToString().ToLowerInvariant(),
    };

    private static string IndexOf(string table, IDuplicatedField field)
    {
        var (create, name) = field.Index == FieldIndex.Unique ? ("CREATE UNIQUE INDEX", "uidx") : ("CREATE INDEX", "idx");
        var where = field.Index == FieldIndex.WhereNotNull ? $" WHERE ({field.Column} IS NOT NULL)" : "";
        return $"{create} {table}_{name}_{field.Column} ON {table} USING btree ({field.Column}){where}";
    }

    private async Task<List<string>> ReadAsync(params string[] selects)
    {
        await using var database = NpgsqlDataSource.Create(await databases.CreateDatabaseAsync());
        await Migration.ApplyAsync(database, TestContext.Current.CancellationToken);
        var actual = new List<string>();
        foreach (var sql in selects)
        {
            await using var command = database.CreateCommand($"{sql} order by 1");
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                actual.Add(reader.GetString(0));
            }
        }

        return actual;
    }
}
