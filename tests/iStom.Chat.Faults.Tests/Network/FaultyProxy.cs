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
    private volatile bool _isDown;

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

    /// <summary>Cuts everything off, and whoever dials, until it is up again.</summary>
    public void GoDown()
    {
        _isDown = true;
        CutAll();
    }

    /// <summary>Everything falls silent, without an end to be seen; whoever dials is cut off.</summary>
    public void FallSilent()
    {
        _isDown = true;
        Freeze();
    }

    public void ComeUp() => _isDown = false;

    /// <summary>The clients' machines sleep.</summary>
    public void Freeze() => Open.ToList().ForEach(connection => connection.Freeze());

    public void Thaw() => Open.ToList().ForEach(connection => connection.Thaw());

    public void CutAll() => Open.ToList().ForEach(connection => connection.Cut());

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        CutAll();
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

    /// <summary>A server that is not there, or not to be reached, shows itself to the client as a connection that ends at once.</summary>
    private async Task ServeAsync(Socket client)
    {
        if (_isDown)
        {
            client.Close(0);
            return;
        }

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
