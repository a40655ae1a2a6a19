using iStom.Chat.Server.Storage;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Search;

/// <summary>Clinics and visitors that have all the parts of a phrase somewhere, or where there are none, something like it.</summary>
internal static class PartySearch
{
    private const string Clinics =
        """
        select c.id, c.name, c.number from mt_doc_clinic c
        where {0} and ($1 is null or (c.name collate "C", c.id) > (select n.name collate "C", n.id from mt_doc_clinic n where n.id = $1))
        order by c.name collate "C", c.id limit $2
        """;

    private const string Visitors =
        """
        select v.id, v.data ->> 'Name', v.data ->> 'Email', c.name, (select t.id from mt_doc_ticket t where t.visitor = v.id order by t.id desc limit 1)
        from (select * from mt_doc_visitor c where {0} and ($1 is null or c.id < $1) order by c.id desc limit $2) v
        left join mt_doc_clinic c on c.id = v.clinic order by v.id desc
        """;

    public static Task<IReadOnlyList<FoundClinic>> ClinicsAsync(NpgsqlConnection connection, PartyQuery query, CancellationToken cancellation) =>
        FindAsync(connection, Clinics, query, reader => new FoundClinic(new(reader.GetGuid(0)), reader.GetString(1), Text(reader, 2)), cancellation);

    public static Task<IReadOnlyList<FoundVisitor>> VisitorsAsync(NpgsqlConnection connection, PartyQuery query, CancellationToken cancellation) =>
        FindAsync(connection, Visitors, query, reader => new FoundVisitor(new(reader.GetGuid(0)), Text(reader, 1), Text(reader, 2), Text(reader, 3), reader.IsDBNull(4) ? null : reader.GetGuid(4)), cancellation);

    private static async Task<IReadOnlyList<T>> FindAsync<T>(
        NpgsqlConnection connection, string sql, PartyQuery query, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var parts = query.Phrase.Parts;
        if (parts.Count == 0)
        {
            return [];
        }

        var all = string.Join(" and ", parts.Select((_, i) => $"c.words like ${i + 3}"));
        var found = await ReadAsync(connection, sql, all, query, parts.Select(part => $"%{Escaped(part)}%"), read, cancellation);
        return found.Count > 0 || query.After is not null || !query.HasTrigrams
            ? found
            : await ReadAsync(connection, sql, "$3 <% c.words", query, [query.Phrase.Normal], read, cancellation);
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlConnection connection, string sql, string condition, PartyQuery query, IEnumerable<string> words, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql.Replace("{0}", condition, StringComparison.Ordinal), connection);
        NpgsqlParameter[] parameters = [Sql.OrNull(query.After, NpgsqlDbType.Uuid), Sql.Of(query.Limit), .. words.Select(Sql.Of)];
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(read(reader));
        }

        return found;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <param name="After">The last of the page before; null for the first page.</param>
internal sealed record PartyQuery(SearchPhrase Phrase, Guid? After, int Limit, bool HasTrigrams);
