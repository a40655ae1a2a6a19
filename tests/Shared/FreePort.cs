using System.Net;
using System.Net.Sockets;

namespace iStom.Chat.TestSupport;

/// <summary>A port of the loopback that nobody uses, for a server that must know its own before it starts.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
