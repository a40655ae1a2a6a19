using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace iStom.Chat.Server.Tests.Attachments;

/// <summary>Speaks as much of clamd's protocol as it is asked: what has the word <c>EICAR</c> in it is infected.</summary>
internal sealed class ScriptedClamd : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Task _served;

    public ScriptedClamd(EndPoint address)
    {
        _listener = address is UnixDomainSocketEndPoint ? new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new(SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(address);
        _listener.Listen();
        _served = ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _served;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptAsync();
                await using var stream = new NetworkStream(client);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(await AnswerAsync(stream)));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }

    private static async Task<string> AnswerAsync(Stream stream)
    {
        var command = new List<byte>();
        for (var one = new byte[1]; await stream.ReadAsync(one) == 1 && one[0] != 0;)
        {
            command.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. command]) switch
        {
            "zPING" => "PONG\0",
            "zINSTREAM" => (await ContentAsync(stream)).Contains("EICAR", StringComparison.Ordinal) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0",
            _ => "UNKNOWN COMMAND\0",
        };
    }

    private static async Task<string> ContentAsync(Stream stream)
    {
        var (length, content) = (new byte[sizeof(int)], new MemoryStream());
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and var size))
            {
                return Encoding.Latin1.GetString(content.ToArray());
            }

            var chunk = new byte[size];
            await stream.ReadExactlyAsync(chunk);
            content.Write(chunk);
        }
    }
}
