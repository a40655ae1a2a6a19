using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace iStom.Chat.TestSupport;

/// <summary>
/// A port of the loopback that nobody uses, for a server that must know its own before it starts. None of those that systems give to
/// outgoing connections: one of these could be gone before the server has it.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int End = 32_000;
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>Each is given once.</summary>
    public static int Find()
    {
        int port;
        do
        {
            port = Random.Shared.Next(First, End);
        }
        while (!Given.TryAdd(port, value: true) || !IsFree(port));
        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
