using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Search;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Search;

/// <summary>What is shown of found texts. They are read from their events: what was erased meanwhile is not shown.</summary>
internal static class FoundTexts
{
    private const string EventsSql =
        "select e.type, e.data, e.stream_id, e.timestamp from unnest($1::bigint[]) with ordinality as s(seq, nth) join mt_events e on e.seq_id = s.seq order by s.nth";

    private const string HeadlineSql =
        "select ts_headline('pg_catalog.russian', d.text, $2::tsquery, $3) from unnest($1::text[]) with ordinality as d(text, nth) order by d.nth";

    private static readonly string Options = $"HighlightAll=true, StartSel={Highlight.Begin}, StopSel={Highlight.End}";

    /// <param name="connection">Where to read.</param>
    /// <param name="found">In their order.</param>
    /// <param name="words">As tsquery.</param>
    /// <param name="tickets">Theirs; what is not among them is left out.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IReadOnlyList<FoundMessage>> MessagesAsync(
        NpgsqlConnection connection, IReadOnlyList<FoundText> found, string words, IReadOnlyDictionary<Guid, AgentTicket> tickets, CancellationToken cancellation)
    {
        var read = (await ReadAsync(connection, found, cancellation)).FindAll(message => tickets.ContainsKey(message.Text.Ticket.Value));
        var parts = await PartsAsync(connection, [.. read.Select(message => message.Text.Text)], words, cancellation);
        return
        [
            .. read.Zip(parts, (message, text) => new FoundMessage(
                tickets[message.Text.Ticket.Value], message.Text.Kind == SearchKind.Note, AuthorOf(message.Event), message.At, text)),
        ];
    }

    /// <summary>Each text in parts.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<TextPart>>> PartsAsync(
        NpgsqlConnection connection, IReadOnlyList<string> texts, string? words, CancellationToken cancellation)
    {
        if (words is null || texts.Count == 0)
        {
            return [.. texts.Select(text => Highlight.Parts(text, text))];
        }

        await using var command = new NpgsqlCommand(HeadlineSql, connection) { Parameters = { Sql.Of(texts.Select(SearchText.Normal).ToArray()), Sql.Of(words), Sql.Of(Options) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var parts = new List<IReadOnlyList<TextPart>>();
        while (await reader.ReadAsync(cancellation))
        {
            parts.Add(Highlight.Parts(texts[parts.Count], reader.GetString(0)));
        }

        return parts;
    }

    private static async Task<List<(SearchText Text, object Event, Instant At)>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<FoundText> found, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EventsSql, connection) { Parameters = { Sql.Of(found.Select(text => text.Place.Number).ToArray()) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var read = new List<(SearchText, object, Instant)>();
        while (await reader.ReadAsync(cancellation))
        {
            var @event = EventTypes.Read(reader.GetString(0), reader.GetString(1));
            if (SearchText.Of(reader.GetGuid(2), @event) is { } text)
            {
                read.Add((text, @event, Instant.FromDateTimeUtc(reader.GetDateTime(3))));
            }
        }

        return read;
    }

    private static string? AuthorOf(object @event) => @event switch
    {
        AgentReplied e => e.AgentName,
        NoteWritten e => e.AgentName,
        CallLogged e => e.AgentName,
        _ => null,
    };
}
