using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace iStom.Chat.Faults.Tests.Network;

/// <summary>Stands between clients and a server on the loopback and passes bytes on, until told otherwise.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<int, ProxiedConnection> _connections = new();
    private readonly int _target;
    private readonly Task _accepting;
    private int _count;

    public FaultyProxy(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Connections so far.</summary>
    public int Count => _count;

    /// <summary>Those that are open now, oldest first.</summary>
    public IReadOnlyList<ProxiedConnection> Open => [.. _connections.ToArray().OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (var connection in Open)
        {
            connection.Cut();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The end of the proxy.
        }
    }

    /// <summary>A server that is not there shows itself to the client as a connection that ends at once.</summary>
    private async Task ServeAsync(Socket client)
    {
        var number = Interlocked.Increment(ref _count);
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var connection = new ProxiedConnection(client, server);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            _connections[number] = connection;
            await connection.PassAsync();
        }
        catch (SocketException)
        {
            // As said.
        }
        finally
        {
            _connections.TryRemove(number, out _);
        }
    }
}
