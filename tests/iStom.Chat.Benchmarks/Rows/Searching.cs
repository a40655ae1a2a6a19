using System.Diagnostics;
using System.Globalization;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Search;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>The first page of a search in all groups, as the desk asks for it, when very much was written.</summary>
internal sealed class Searching : IRow
{
    private const double Limit = 100;

    /// <summary>What is a hundred times as much may take so many times as long.</summary>
    private static readonly Goal Goal = Goal.AtMost(10);

    private static readonly SearchFilter Any = new(Kind: null, Level: null, Lane: null, Agent: null, State: null, Since: null, Until: null);

    private static readonly (string Name, string Text, SearchFilter Filter)[] Searches =
    [
        ("a rare word", WrittenMessages.Rare, Any),
        ("a usual word", WrittenMessages.Usual, Any),
        ("a frequent word", WrittenMessages.Frequent, Any),
        ("a word misspelt", WrittenMessages.RareMisspelt, Any),
        ("two words", $"{WrittenMessages.Usual} {WrittenMessages.Frequent}", Any),
        ("a word that nobody wrote", "абракадабра", Any),
        ("a phone", WrittenMessages.Phone, Any),
        ("a number", "77", Any),
        ("a frequent word, of few tickets", WrittenMessages.Frequent, Any with { Kind = RequestKind.WorkStopped, Lane = Lane.Critical, Level = SupportLevel.Paid }),
        ("a frequent word, of every twentieth ticket", WrittenMessages.Frequent, Any with { Level = SupportLevel.Paid }),
        ("a usual word, of most tickets", WrittenMessages.Usual, Any with { State = TicketStatus.Waiting, Kind = RequestKind.Question }),
        ("a frequent word, of a month", WrittenMessages.Frequent, Any with { Since = Moscow.At(2025, 11, 1, 0, 0), Until = Moscow.At(2025, 11, 3, 0, 0) }),
        ("no word, of few tickets", "", Any with { Kind = RequestKind.WorkStopped, Level = SupportLevel.Paid }),
    ];

    public string Number => "15";

    public string Against => "the same with 10,000 messages";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        await using var few = await OpenAsync(bench, bench.Count(full: 10_000, smoke: 2_000));
        await using var many = await OpenAsync(bench, bench.Count(full: Bench.Setting("BENCH_MESSAGES", 1_000_000), smoke: 4_000));
        var measures = new List<Measure>();
        foreach (var (name, text, filter) in Searches)
        {
            measures.Add(await MeasureAsync(bench, name, new(Caller, new(text), filter, Group: null, Before: null, SearchAll.Usual), few, many));
        }

        return measures;
    }

    private static AgentCaller Caller { get; } = new(new(Guid.NewGuid()), "Сотрудник", [AgentRole.Agent], PaidSupport: false, Language.Russian);

    private static async Task<ServiceProvider> OpenAsync(Bench bench, int messages)
    {
        var database = await bench.CreateDatabaseAsync();
        await WrittenMessages.FillAsync(database, messages);
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new WallClock()).AddSingleton<IClock>(new FakeClock(WaitingTickets.Last)).AddChatStore(database).AddChatFeatures().BuildServiceProvider();
    }

    private static async Task<Measure> MeasureAsync(Bench bench, string name, SearchAll query, ServiceProvider few, ServiceProvider many)
    {
        var all = new List<double>();
        var measure = await Alternating.RunAsync($"search for {name}, ms", Goal, () => MedianAsync(bench, query, few, []), () => MedianAsync(bench, query, many, all));
        var (p50, p99) = (Statistics.Median(all), all.Order().ElementAt((int)((all.Count - 1) * 0.99)));
        return measure with { Note = string.Create(CultureInfo.InvariantCulture, $"p50 {p50:0.0} ms, p99 {p99:0.0} ms, {(p99 <= Limit ? "within" : "NOT WITHIN")} {Limit} ms") };
    }

    /// <summary>Of several searches, one after another.</summary>
    private static async Task<double> MedianAsync(Bench bench, SearchAll query, ServiceProvider services, List<double> all)
    {
        var search = services.GetRequiredService<SearchReader>();
        var times = new List<double>();
        for (var i = 0; i < bench.Count(full: 20, smoke: 2); i++)
        {
            var start = Stopwatch.GetTimestamp();
            if ((await search.FindAsync(query, default)).Refusal is { } refusal)
            {
                throw new InvalidOperationException(refusal.Code);
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        all.AddRange(times);
        return Statistics.Median(times);
    }
}
