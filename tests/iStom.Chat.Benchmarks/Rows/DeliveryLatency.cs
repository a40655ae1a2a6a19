using System.Buffers.Text;
using System.Globalization;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using Npgsql;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>From the instant at which a visitor should have written until the agent has the message, at a steady pace.</summary>
internal sealed class DeliveryLatency : IRow
{
    private const int PerSecond = 100;
    private const int Conversations = 16;

    public string Number => "2";

    public string Against => "WebSocket echo p99 + INSERT p99";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        var database = await bench.CreateDatabaseAsync();
        await using var kestrel = await BareKestrel.StartAsync();
        await using var echo = await kestrel.DialAsync();
        await using var inserts = NpgsqlDataSource.Create(database);
        await using var chat = await ChatUnderTest.StartAsync(database);
        var panels = await chat.OpenPanelsAsync(Conversations);
        await using var desk = await chat.OpenDeskAsync();
        await TakeAllAsync(panels, desk);
        await new SendLoad(panels).RunAsync(bench.Time);
        async Task<double> TheirsAsync() => await EchoAsync(echo, bench) + await InsertAsync(inserts, bench);
        return [await Alternating.RunAsync(
            "visitor → agent, p99 in ms, 100/s, open loop", Goal.AtMost(3), TheirsAsync, () => DeliverAsync(panels, desk, bench))];
    }

    private static async Task TakeAllAsync(IReadOnlyList<HubLine> panels, HubLine desk)
    {
        await Task.WhenAll(panels.Select(panel => panel.CallAsync("Send", ChatUnderTest.Letter())));
        foreach (var _ in panels)
        {
            await desk.CallWithoutArgumentsAsync("TakeNext");
        }
    }

    private static async Task<double> DeliverAsync(IReadOnlyList<HubLine> panels, HubLine desk, Bench bench)
    {
        var loop = new OpenLoop(PerSecond, bench.Time);
        desk.Pushed = record =>
        {
            var mark = record.IndexOf("№"u8);
            if (mark >= 0 && Utf8Parser.TryParse(record[(mark + "№"u8.Length)..], out int number, out _))
            {
                loop.End(number);
            }
        };
        return P99(await loop.RunAsync(number =>
            _ = panels[number % panels.Count].CallAsync("Send", ChatUnderTest.Letter(string.Create(CultureInfo.InvariantCulture, $"№{number} не печатается справка")))));
    }

    private static async Task<double> EchoAsync(EchoLine line, Bench bench)
    {
        var loop = new OpenLoop(PerSecond, bench.Time);
        var latencies = loop.RunAsync(line.Send);
        while (loop.IsAwaiting)
        {
            loop.End(await line.ReceiveAsync());
        }

        return P99(await latencies);
    }

    private static async Task<double> InsertAsync(NpgsqlDataSource database, Bench bench)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var insert = new NpgsqlCommand(PgBench.InsertSql, connection);
        await using (var table = new NpgsqlCommand(PgBench.TableSql, connection))
        {
            await table.ExecuteNonQueryAsync();
        }

        await insert.PrepareAsync();
        var loop = new OpenLoop(PerSecond, bench.Time);
        var due = System.Threading.Channels.Channel.CreateUnbounded<int>();
        var latencies = loop.RunAsync(number => due.Writer.TryWrite(number));
        while (loop.IsAwaiting)
        {
            var number = await due.Reader.ReadAsync();
            await insert.ExecuteNonQueryAsync();
            loop.End(number);
        }

        return P99(await latencies);
    }

    private static double P99(IReadOnlyList<double> latencies) => Statistics.Percentile(latencies, 0.99);
}
