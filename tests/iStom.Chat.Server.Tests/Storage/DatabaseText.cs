using System.Text;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Everything in a database as text: every row of every table, whoever made it.</summary>
internal static class DatabaseText
{
    public static async Task<string> DumpAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var selects = await ColumnAsync(
            database,
            "select format('select %L || t::text from %I.%I t order by 1', tablename || ' ', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1",
            cancellation);
        foreach (var select in selects)
        {
            foreach (var row in await ColumnAsync(database, select, cancellation))
            {
                text.AppendLine(row);
            }
        }

        return text.ToString();
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlDataSource database, string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
