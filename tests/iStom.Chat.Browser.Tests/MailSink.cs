using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Browser.Tests;

/// <summary>A mail server that takes whatever it is given (RFC 5321), and keeps it for the test.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _taken = new();
    private readonly Task _served;

    public MailSink()
    {
        _listener.Start();
        _served = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Waits for so many mails; the last of them.</summary>
    public async Task<string> UntilTakenAsync(int count)
    {
        await Eventually.HoldsAsync(() => Task.FromResult(_taken.Count >= count));
        return _taken.Last();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _served;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // Cut, by whomever.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await SayAsync(stream, "220 mail.desk.test");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var isData = line.StartsWith("DATA", StringComparison.Ordinal);
            await SayAsync(stream, isData ? "354 go on" : line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
            if (isData)
            {
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(_end.Token) is { } text && text != ".")
                {
                    mail.Append(text).Append('\n');
                }

                _taken.Enqueue(mail.ToString());
                await SayAsync(stream, "250 2.0.0 queued");
            }
        }
    }

    private Task SayAsync(Stream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), _end.Token).AsTask();
}
