using System.Diagnostics;
using System.Globalization;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Manual;
using Npgsql;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>What the panel asks of the manual while a visitor types.</summary>
internal sealed class ManualFirst : IRow
{
    private const double Limit = 20;

    /// <summary>A vocabulary in which some words are frequent and most are rare; every fourth title has a word that many have.</summary>
    private const string FillSql =
        """
        insert into mt_doc_article (id, data, mt_version)
        select gen_random_uuid(), jsonb_build_object('Language', 'Russian', 'State', 'Published', 'Tags', '[]'::jsonb,
          'Title', concat_ws(' ', case when i % 4 = 0 then 'печать документов' end, case when i = 7 then 'рентгенограмма' end, title.text),
          'Body', concat_ws(' ', 'Откройте программу', case when i % 2 = 0 then 'и настройки' end, body.text)), 1
        from generate_series(1, $1) i
        cross join lateral (select string_agg('слово' || translate((floor(power(random(), 3) * 20000))::int::text, '0123456789', 'абвгдежзик'), ' ') as text from generate_series(1, 4) g where i > 0) title
        cross join lateral (select string_agg('слово' || translate((floor(power(random(), 3) * 20000))::int::text, '0123456789', 'абвгдежзик'), ' ') as text from generate_series(1, 150) g where i > 0) body
        """;

    private static readonly (string Name, string Text)[] Typed =
    [
        ("a rare word", "рентгенограмма"),
        ("a rare word misspelt", "рентгенаграма"),
        ("a frequent word", "печать"),
        ("an unfinished word", "настро"),
        ("a sentence", "Здравствуйте, подскажите, почему программа не печатает документы после настройки рентгенограммы"),
        ("what nobody wrote", "абракадабра"),
    ];

    public string Number => "16";

    public string Against => "the same with 500 articles";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        await using var few = await OpenAsync(bench, bench.Count(full: 500, smoke: 50));
        await using var many = await OpenAsync(bench, bench.Count(full: 5_000, smoke: 100));
        var measures = new List<Measure>();
        foreach (var (name, text) in Typed)
        {
            var all = new List<double>();
            var (before, after) = (new ArticleSearch(few), new ArticleSearch(many));
            var measure = await Alternating.RunAsync($"the manual for {name}, ms", Goal.AtMost(10), () => MedianAsync(bench, before, text, []), () => MedianAsync(bench, after, text, all));
            var (p50, p99) = (Statistics.Median(all), all.Order().ElementAt((int)((all.Count - 1) * 0.99)));
            measures.Add(measure with { Note = string.Create(CultureInfo.InvariantCulture, $"p50 {p50:0.0} ms, p99 {p99:0.0} ms, {(p99 <= Limit ? "within" : "NOT WITHIN")} {Limit} ms") });
        }

        return measures;
    }

    private static async Task<NpgsqlDataSource> OpenAsync(Bench bench, int articles)
    {
        var database = NpgsqlDataSource.Create(await bench.CreateDatabaseAsync());
        foreach (var sql in new[] { FillSql.Replace("$1", $"{articles}", StringComparison.Ordinal), "vacuum analyze istom_article_search", "vacuum analyze istom_article_word", "vacuum analyze mt_doc_article" })
        {
            await using var command = database.CreateCommand(sql);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }

        return database;
    }

    private static async Task<double> MedianAsync(Bench bench, ArticleSearch search, string text, List<double> all)
    {
        var times = new List<double>();
        for (var i = 0; i < bench.Count(full: 20, smoke: 2); i++)
        {
            var start = Stopwatch.GetTimestamp();
            await search.FindAsync(text, Language.Russian, default);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        all.AddRange(times);
        return Statistics.Median(times);
    }
}
