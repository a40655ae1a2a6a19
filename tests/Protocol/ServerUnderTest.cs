using System.Net;

namespace iStom.Chat.TestSupport;

/// <summary>The real server in a process of its own on a fixed port.</summary>
public sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly IServerAddress _address;
    private readonly GuardedProcess _process;

    private ServerUnderTest(IServerAddress address, string connectionString, IEnumerable<string> settings)
    {
        _address = address;
        _process = new([.. Command(address), .. settings], ("ConnectionStrings__Chat", connectionString));
    }

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyList<string> Said => _process.Said;

    /// <inheritdoc cref="GuardedProcess.Id"/>
    public Task<int> ProcessId => _process.Id;

    /// <summary>Starts it; nothing is awaited yet.</summary>
    /// <param name="address">Where clients will dial.</param>
    /// <param name="connectionString">Its database, which has this version's tables.</param>
    /// <param name="settings">Of this run's own, as arguments.</param>
    public static ServerUnderTest Start(IServerAddress address, string connectionString, params IEnumerable<string> settings) =>
        new(address, connectionString, settings);

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<ServerUnderTest> StartAsync(IServerAddress address, string connectionString)
    {
        var server = Start(address, connectionString);
        await server.ReadyAsync();
        return server;
    }

    /// <inheritdoc cref="GuardedProcess.KillAsync"/>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Waits until the server can work: until its database answers, too.</summary>
    public async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), new WallClock());
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_address.Port}") };
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The server has ended: {string.Join('\n', Said)}");
            }

            if (await IsReadyAsync(http, limit.Token))
            {
                return;
            }
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Command(IServerAddress address) =>
    [
        "dotnet", Path.Combine(AppContext.BaseDirectory, "iStom.Chat.Server.dll"), "--environment", "Development", "--contentRoot", AppContext.BaseDirectory,
        "--urls", $"http://127.0.0.1:{address.Port}", $"--Chat:ChatOrigin={address.ChatOrigin}", $"--Chat:DeskOrigin={address.DeskOrigin}",
        // The workload is faster than people, and all of it comes from one address.
        .. new[] { "VisitorCalls", "AgentCalls", "AddressCalls", "AddressRequests", "Sessions", "SignIns", "Frames" }.Select(limit => $"--Limits:{limit}:Burst=1000000"),
    ];
}
