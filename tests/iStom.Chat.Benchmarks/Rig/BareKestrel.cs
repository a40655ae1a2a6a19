using System.Net.WebSockets;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>The least that Kestrel can be with WebSockets: an echo, in a process of its own with the server's settings of the runtime.</summary>
internal sealed class BareKestrel : IAsyncDisposable
{
    private const string Argument = "bare-kestrel";
    private readonly GuardedProcess _process;
    private readonly int _port;

    private BareKestrel(int port)
    {
        _port = port;
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "iStom.Chat.Benchmarks.dll"), Argument, $"http://127.0.0.1:{port}"];
        _process = new(command, ("DOTNET_gcServer", "1"), ("ASPNETCORE_ENVIRONMENT", "Production"));
    }

    public Task<int> ProcessId => _process.Id;

    /// <summary>Starts it and waits for nothing.</summary>
    public static BareKestrel Start() => new(FreePort.Find());

    /// <summary>Starts it and waits until it echoes.</summary>
    public static async Task<BareKestrel> StartAsync()
    {
        var kestrel = Start();
        await (await kestrel.FirstLineAsync()).DisposeAsync();
        return kestrel;
    }

    /// <summary>Dials until somebody answers.</summary>
    public Task<EchoLine> FirstLineAsync() => Patience.UntilAsync(DialAsync);

    public Task<EchoLine> DialAsync() => EchoLine.DialAsync(_port);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>Whether this process is to be it.</summary>
    public static bool IsAskedFor(string[] args) => args is [Argument, _];

    /// <summary>Is it, until it is killed.</summary>
    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(args[1]);
        app.UseWebSockets();
        app.Run(EchoAsync);
        await app.RunAsync();
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } received)
            {
                await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, context.RequestAborted);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The end of the connection, however it came.
        }
    }
}
