using System.Text.Json;
using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>Documents by what SQL says of them.</summary>
internal static class DocumentQuery
{
    /// <summary>All that a select of <c>data, mt_version</c> finds.</summary>
    public static async Task<IReadOnlyList<Versioned<T>>> ReadDocumentsAsync<T>(this NpgsqlDataSource database, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
        where T : class
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<Versioned<T>>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new(JsonSerializer.Deserialize<T>(reader.GetString(0), StoreJson.Options)!, reader.GetInt64(1)));
        }

        return rows;
    }
}
