using System.Diagnostics;
using System.Text.Json;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;

namespace iStom.Chat.Server.Tests.StockClient;

/// <summary>
/// Microsoft's own client does the main job from PROTOCOL.md, over every transport. Hosts that every machine resolves stand
/// for the product's, since Node asks the system's resolver.
/// </summary>
public sealed class StockClientTests(TestDatabase databases) : IAsyncLifetime
{
    private const string Script = "main-job.mjs";
    private static readonly string Folder = Repository.PathTo("tests", "iStom.Chat.Server.Tests", "StockClient", "npm");
    private RunningServer _server = null!;

    private string Chat => $"http://127.0.0.1:{_server.Port}";

    private string Desk => $"http://localhost:{_server.Port}";

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(databases, Configure);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("WebSockets", true, "WebSocket")]
    [InlineData("WebSockets", false, "WebSockets,WebSocket")]
    [InlineData("ServerSentEvents", false, "ServerSentEvents")]
    [InlineData("LongPolling", false, "LongPolling")]
    public async Task A_visitor_asks_and_an_agent_answers(string transport, bool skipNegotiation, string used)
    {
        var account = await _server.AddAgentAsync("Сотрудник А");

        var saw = await RunAsync(Chat, Desk, account.Email, RunningServer.Password, transport, skipNegotiation ? "true" : "false");

        string.Join(',', saw.GetProperty("transports").EnumerateArray().Take(used.Split(',').Length)).ShouldBe(used);
        var ack = saw.GetProperty("ack");
        ack.GetProperty("id").GetString().ShouldBe(saw.GetProperty("question").GetProperty("id").GetString());
        Place(saw, "again").ShouldBe(Place(saw, "ack"), "the same id again gives the same ack");
        Place(saw, "sentAgain").ShouldBe(Place(saw, "sent"));
        saw.GetProperty("refusal").GetString().ShouldBe("text-empty");
        saw.GetProperty("taken").GetProperty("ticket").GetProperty("number").GetString().ShouldBe(ack.GetProperty("ticket").GetProperty("number").GetString());
        var pushed = saw.GetProperty("pushed");
        pushed.GetProperty("text").GetString().ShouldBe("Проверьте бумагу");
        pushed.GetProperty("authorName").GetString().ShouldBe("Сотрудник А");
        saw.GetProperty("missed").GetProperty("messages").EnumerateArray().Last().GetRawText().ShouldBe(pushed.GetRawText(), "what was pushed is what is read");
        var sequences = saw.GetProperty("history").EnumerateArray().Select(message => message.GetProperty("sequence").GetInt32()).ToArray();
        sequences.ShouldBe(Enumerable.Range(1, sequences.Length), "a conversation has no gaps and nothing twice");
    }

    /// <summary>Sequence and time of an ack.</summary>
    private static string Place(JsonElement saw, string ack) =>
        $"{saw.GetProperty(ack).GetProperty("sequence")} {saw.GetProperty(ack).GetProperty("sentAt")}";

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3), new WallClock());
        using var node = Process.Start(new ProcessStartInfo("node", [Script, .. arguments]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var (output, errors) = (node.StandardOutput.ReadToEndAsync(limit.Token), node.StandardError.ReadToEndAsync(limit.Token));
            await node.WaitForExitAsync(limit.Token);
            node.ExitCode.ShouldBe(0, await errors);
            return JsonSerializer.Deserialize<JsonElement>(await output);
        }
        finally
        {
            node.Kill(entireProcessTree: true);
        }
    }

    private static void Configure(IWebHostBuilder builder)
    {
        var port = new Uri(builder.GetSetting("Urls")!).Port;
        builder.UseSetting("Chat:ChatOrigin", $"http://127.0.0.1:{port}");
        builder.UseSetting("Chat:DeskOrigin", $"http://localhost:{port}");
    }
}
