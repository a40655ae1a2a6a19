namespace iStom.Chat.Server.Storage.Search;

/// <summary>What writes <c>istom_search</c> and the words that there are.</summary>
internal static class SearchSql
{
    /// <summary>
    /// The words of given texts. Letters are small already: what lower() makes of them depends on the database's locale.
    /// Parameters: numbers, tickets, kinds, instants, texts, marks.
    /// </summary>
    private const string Given =
        """
        given as (
          select d.seq, d.ticket, d.kind, d.at, to_tsvector('pg_catalog.russian', d.text) || array_to_tsvector(string_to_array(d.marks, ' ')) as words
          from unnest($1::bigint[], $2::uuid[], $3::smallint[], $4::timestamptz[], $5::text[], $6::text[]) as d(seq, ticket, kind, at, text, marks))
        """;

    /// <summary>Writes them, over what is there. Parameters: as <see cref="Given"/>.</summary>
    public const string Keep =
        $"""
        with {Given}, words as (
          insert into istom_search_word (word)
          select distinct w.lexeme from given, unnest(given.words) w where length(w.lexeme) between 4 and 30 and w.lexeme !~ '[^[:alpha:]]'
          on conflict do nothing)
        insert into istom_search as s (seq, ticket, kind, at, words) select seq, ticket, kind, at, words from given
        on conflict (seq) do update set words = excluded.words, at = excluded.at where s.words <> excluded.words or s.at <> excluded.at
        """;

    /// <summary>Those of which the words are others than the text's, or not there. Parameters: as <see cref="Given"/>.</summary>
    public const string Differing =
        $"with {Given} select given.seq from given left join istom_search s on s.seq = given.seq where s.words is distinct from given.words";

    /// <summary>Forgets the texts of streams up to an event, and remembers which words may be gone with them. Parameters: streams, number.</summary>
    public static string Forget(string streams, string before) =>
        $"""
        with gone as (
          delete from istom_search s using mt_events e where e.stream_id = any({streams}) and e.seq_id < {before} and s.seq = e.seq_id returning s.words)
        insert into istom_search_lost (word) select distinct w.lexeme from gone, unnest(gone.words) w on conflict do nothing
        """;

    /// <summary>In the transaction of an erasure. One parameter: the streams.</summary>
    public static string ForgetAll(string streams) => Forget(streams, long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>
    /// Words of forgotten texts that nobody else has used are no longer known. Of a frequent word a part of its places is
    /// looked at (<c>gin_fuzzy_search_limit</c>), which is enough to know that there are any.
    /// </summary>
    public const string ForgetWords =
        """
        with lost as (delete from istom_search_lost returning word)
        delete from istom_search_word w using lost where w.word = lost.word
          and not exists (select from istom_search s where s.words @@ quote_literal(w.word)::tsquery)
        """;

    /// <summary>The tickets of rows whose event is gone or holds no text, which an erased one does not. Parameters: up to which number, types with a text.</summary>
    /// <param name="remove">Whether they are removed.</param>
    public static string Orphans(bool remove)
    {
        const string Where =
            """
            s.seq <= $1 and not exists (select from mt_events e where e.seq_id = s.seq and e.type = any($2)
              and coalesce(e.data ->> 'Text', e.data ->> 'Subject', e.data ->> 'Reason', e.data ->> 'Learnt') <> '[erased]')
            """;
        return remove ? $"delete from istom_search s where {Where} returning s.ticket" : $"select s.ticket from istom_search s where {Where}";
    }
}
