using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Storage.Search;

/// <summary>An event as the search reads it: its number in the store, and its text if it has one.</summary>
/// <param name="Number">In the order in which transactions took them, which is not that of their commits.</param>
/// <param name="Text">Null for an event without one.</param>
internal sealed record SearchEntry(long Number, Guid Stream, string Type, Instant At, SearchText? Text)
{
    private static readonly string[] TypesWithText = [.. SearchText.Types.Select(EventTypes.NameOf)];

    /// <summary>Those after a number, in order.</summary>
    public static async Task<IReadOnlyList<SearchEntry>> ReadAsync(NpgsqlConnection connection, long after, int limit, CancellationToken cancellation)
    {
        const string ReadSql =
            "select seq_id, stream_id, type, timestamp, case when type = any($3) then data end from mt_events where seq_id > $1 order by seq_id limit $2";
        await using var command = new NpgsqlCommand(ReadSql, connection) { Parameters = { Sql.Of(after), Sql.Of(limit), Sql.Of(TypesWithText) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<SearchEntry>();
        while (await reader.ReadAsync(cancellation))
        {
            var (stream, type) = (reader.GetGuid(1), reader.GetString(2));
            var text = reader.IsDBNull(4) ? null : SearchText.Of(stream, EventTypes.Read(type, reader.GetString(4)));
            entries.Add(new(reader.GetInt64(0), stream, type, Storage.Sql.InstantOf(reader.GetDateTime(3)), text));
        }

        return entries;
    }

    /// <summary>Those with a text, as what <see cref="SearchSql.Keep"/> takes.</summary>
    public static NpgsqlParameter[] Parameters(IEnumerable<SearchEntry> entries)
    {
        var texts = entries.Where(entry => entry.Text is not null).Select(entry => (entry.Number, entry.At, Text: entry.Text!)).ToList();
        return
        [
            Sql.Of(texts.Select(entry => entry.Number).ToArray()),
            Sql.Of(texts.Select(entry => entry.Text.Ticket.Value).ToArray()),
            Sql.Of(texts.Select(entry => (short)entry.Text.Kind).ToArray()),
            Sql.Utc(texts.Select(entry => entry.At)),
            Sql.Of(texts.Select(entry => SearchText.Normal(entry.Text.Text)).ToArray()),
            Sql.Of(texts.Select(entry => entry.Text.Marks).ToArray()),
        ];
    }
}
