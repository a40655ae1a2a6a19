using System.Text.Json;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>How the server's process starts and ends, as a service manager sees it.</summary>
public sealed class ServerStopTests : IDisposable
{
    private readonly string _folder = TestFolder.New();

    [Fact]
    public async Task SIGTERM_sends_clients_back_then_stops_the_database_and_ends_with_0()
    {
        await using var server = new ServerProcess(_folder, database: null, "--Chat:ChatOrigin=http://chat.localhost:1", "--Chat:DeskOrigin=http://desk.localhost:1");
        var postgres = await server.DatabaseReady();
        var port = new Uri((await server.LineWith("Now listening on")).Split("on: ")[1].Trim()).Port;
        await server.LineWith("Application started");
        await using var visitor = await RawClient.ConnectAsync(port, "http://chat.localhost:1", "visitor", await CookieAsync(port));
        (await visitor.Call("Send", $$"""[{"id":"{{Guid.CreateVersion7()}}","text":"Вопрос"}]""")).TryGetProperty("result", out _).ShouldBeTrue();

        await server.Signal("TERM");

        await server.LineWith("1 clients are connected");
        await server.LineWith("The embedded database has stopped");
        await ServerProcess.Ended(server.Process);
        server.Process.ExitCode.ShouldBe(0);
        postgres.HasExited.ShouldBeTrue();
        await visitor.Closed;
        var close = visitor.Records.All[^1];
        close.GetProperty("type").GetInt32().ShouldBe(7);
        close.GetProperty("allowReconnect").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_configuration_is_told_line_by_line_before_anything_starts()
    {
        await using var server = new ServerProcess(_folder, database: null, "--Chat:ChatOrigin=nonsense", "--Limits:ConnectionsPerVisitor=0", "--TrustedProxies=nobody");
        await ServerProcess.Ended(server.Process);

        server.Process.ExitCode.ShouldBe(1);
        (await server.Process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(
            """
            The configuration is wrong:
              Chat:ChatOrigin must be an origin such as https://chat.example.org
              Limits:ConnectionsPerVisitor must be at least 1
              TrustedProxies: "nobody" is neither an address nor a network such as 10.0.0.0/8

            """);
        Directory.Exists(_folder).ShouldBeFalse("no database was made");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_in_a_line()
    {
        await using var server = new ServerProcess(_folder, "Host=127.0.0.1;Port=1;Username=x;Password=secret");
        await ServerProcess.Ended(server.Process);

        server.Process.ExitCode.ShouldBe(1);
        var said = await server.Process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        said.ShouldStartWith("The database cannot be reached: ");
        said.TrimEnd().ShouldNotContain("\n");
        said.ShouldNotContain("secret");
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<string> CookieAsync(int port)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/api/visitor/session")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { site = "i-stom" }), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Host = "chat.localhost:1";
        request.Headers.Add("Origin", "http://chat.localhost:1");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }
}
