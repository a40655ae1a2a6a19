using iStom.Chat.Server.Storage.Search;
using Npgsql;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>Messages of tickets that are there, ten of each, as support has them: few words are in many, many words are in few.</summary>
internal static class WrittenMessages
{
    /// <summary>In every third message.</summary>
    public const string Frequent = "счёт";

    /// <summary>In every fiftieth.</summary>
    public const string Usual = "квитанция";

    /// <summary>In one of ten thousand.</summary>
    public const string Rare = "рентгенограмма";

    public const string RareMisspelt = "рентгенаграма";

    public const string Phone = "+7 (495) 000-12-34";

    private const int OfATicket = 10;

    private static readonly string StreamsSql =
        $"insert into mt_streams (id, type, version) select distinct (data ->> 'Conversation')::uuid, 'conversation', {OfATicket + 1} from mt_doc_ticket";

    /// <summary>
    /// Made in the database from the tickets, since a million commits would take longer than all rows. Words come from a
    /// vocabulary of 60,000 of which some are frequent and most are rare. How many of a ticket, how many in all.
    /// </summary>
    private const string EventsSql =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
        select nextval('mt_events_sequence'), gen_random_uuid(), (t.data ->> 'Conversation')::uuid, m.n + 1,
          jsonb_build_object('Message', gen_random_uuid(), 'Ticket', t.id, 'ReplyTo', null, 'At', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'Text', concat_ws(' ',
            'Здравствуйте, подскажите', words.text, case when i % 3 = 0 then 'счёт за месяц' end, case when i % 50 = 7 then 'печать квитанции' end,
            case when i % 10000 = 77 then 'рентгенограмма' end, case when i = $3 / 2 then 'звоните 8 495 000-12-34' end)),
          'visitor_wrote', at
        from (select *, row_number() over (order by number) as r from mt_doc_ticket) t
        cross join generate_series(1, $1) m(n)
        cross join lateral (select (t.r - 1) * $1 + m.n as i) place
        cross join lateral (select timestamptz '2025-11-01 08:00Z' + i * interval '30 seconds' as at) time
        cross join lateral (select string_agg('слово' || translate((floor(power(random(), 3) * 60000))::int::text, '0123456789', 'абвгдежзик'), ' ') as text
          from generate_series(1, 8) g where i > 0) words
        """;

    public static async Task FillAsync(string connectionString, int messages)
    {
        await WaitingTickets.FillAsync(connectionString, messages / OfATicket);
        await using var database = NpgsqlDataSource.Create(connectionString);
        await ExecuteAsync(database, StreamsSql);
        await ExecuteAsync(database, EventsSql.Replace("$1", $"{OfATicket}", StringComparison.Ordinal).Replace("$3", $"{messages}", StringComparison.Ordinal));
        await new SearchIndex(database).CatchUpAsync(CancellationToken.None);
        await ExecuteAsync(database, "vacuum analyze istom_search");
        await ExecuteAsync(database, "vacuum analyze istom_search_word");
        await ExecuteAsync(database, "vacuum analyze mt_doc_ticket");
        await ExecuteAsync(database, "vacuum analyze mt_events");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
