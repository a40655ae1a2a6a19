using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Email.Servers;

/// <summary>Says what it is told to say, whatever the protocol: for all that a real server does not do.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new(Limit, new WallClock());
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _certificate;
    private readonly Task _served;

    /// <summary>Serves connections, one after the other, each from the script's beginning.</summary>
    /// <param name="script">What is heard and said.</param>
    /// <param name="certificate">For TLS: a file with certificate; its key beside it as <c>key.pem</c>.</param>
    public ScriptedServer(IReadOnlyList<Exchange> script, string? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _served = ServeAsync(script);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Lines that were heard, a mail's own too.</summary>
    public IReadOnlyList<string> Heard => [.. _heard];

    /// <summary>Waits until a line with this in it was heard so many times.</summary>
    public Task UntilHeardAsync(string words, int times = 1) => Eventually.HoldsAsync(() => Task.FromResult(Heard.Count(line => line.Contains(words, StringComparison.Ordinal)) >= times));

    /// <summary>Waits for what a client does; where the script is silent, time passes until the client has had enough.</summary>
    public async Task<T> PatientlyAsync<T>(Task<T> doing, FakeTime time)
    {
        if (await Task.WhenAny(doing, _silent.Task).WaitAsync(_end.Token) == _silent.Task)
        {
            await Eventually.HoldsAsync(() =>
            {
                time.Advance(TimeSpan.FromMinutes(11));
                return Task.FromResult(doing.IsCompleted);
            });
        }

        return await doing;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _served;
        _end.Dispose();
    }

    private async Task ServeAsync(IReadOnlyList<Exchange> script)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await RunAsync(client.GetStream(), script);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // Cut, by whomever.
            }
        }
    }

    private async Task RunAsync(Stream stream, IReadOnlyList<Exchange> script)
    {
        foreach (var exchange in script)
        {
            var heard = exchange.Hears is { } words ? await HearAsync(stream, words) : "";
            switch (exchange.Says)
            {
                case null:
                    return;
                case Exchange.Silence:
                    _silent.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, new WallClock(), _end.Token);
                    break;
                case Exchange.Endless:
                    await FloodAsync(stream);
                    break;
                default:
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(exchange.Says.Replace("TAG", heard.Split(' ')[0], StringComparison.Ordinal)), _end.Token);
                    break;
            }

            stream = exchange.Encrypts ? await EncryptAsync(stream) : stream;
        }
    }

    private async Task FloodAsync(Stream stream)
    {
        var much = new byte[64 * 1024];
        Array.Fill(much, (byte)'9');
        while (!_end.IsCancellationRequested)
        {
            await stream.WriteAsync(much, _end.Token);
        }
    }

    private async Task<Stream> EncryptAsync(Stream stream)
    {
        var tls = new SslStream(stream);
        using var pem = X509Certificate2.CreateFromPemFile(_certificate!, Path.Combine(Path.GetDirectoryName(_certificate)!, "key.pem"));
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = pem }, _end.Token);
        return tls;
    }

    /// <summary>Lines until one has these words in it.</summary>
    private async Task<string> HearAsync(Stream stream, string words)
    {
        var line = new List<byte>();
        for (var one = new byte[1]; await stream.ReadAsync(one, _end.Token) == 1;)
        {
            if (one[0] != '\n')
            {
                line.Add(one[0]);
                continue;
            }

            var text = Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            _heard.Enqueue(text);
            line.Clear();
            if (text.Contains(words, StringComparison.Ordinal))
            {
                return text;
            }

            if (text.EndsWith("LOGOUT", StringComparison.Ordinal) || text == "QUIT")
            {
                break;
            }
        }

        throw new EndOfStreamException();
    }
}
