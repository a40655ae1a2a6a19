using System.Net;
using System.Net.Sockets;
using System.Text;

namespace iStom.Chat.Faults.Tests.Mail;

/// <summary>Serves any number of connections of a protocol of lines, which are octets as Latin-1 has them.</summary>
internal abstract class LineServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _silent;

    protected LineServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Where it falls silent.</summary>
    public Moment Moment { get; set; }

    /// <summary>Clients that it leaves without a word.</summary>
    public int Silent => _silent;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>One client, until it parts or is gone.</summary>
    protected abstract Task ServeAsync(Line line);

    protected async Task PassAsync(Line line, Moment moment)
    {
        if (Moment != moment)
        {
            return;
        }

        Interlocked.Increment(ref _silent);
        try
        {
            await line.KeepSilentAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _silent);
        }
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                served.Add(RunAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task RunAsync(TcpClient client)
    {
        using (client)
        {
            using var line = new Line(client.GetStream(), _end.Token);
            try
            {
                await ServeAsync(line);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // Killed, mostly.
            }
        }
    }

    /// <summary>What is heard from a client and said to it.</summary>
    protected sealed class Line(Stream stream, CancellationToken end) : IDisposable
    {
        private readonly StreamReader _reader = new(stream, Encoding.Latin1);
        private readonly SemaphoreSlim _writing = new(1);

        /// <exception cref="EndOfStreamException">The client is gone.</exception>
        public async Task<string> HearAsync() => await _reader.ReadLineAsync(end) ?? throw new EndOfStreamException();

        public async Task SayAsync(string text)
        {
            await _writing.WaitAsync(end);
            try
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(text), end);
            }
            finally
            {
                _writing.Release();
            }
        }

        /// <summary>Says nothing any more.</summary>
        /// <exception cref="EndOfStreamException">The client is gone.</exception>
        public async Task KeepSilentAsync()
        {
            while (true)
            {
                await HearAsync();
            }
        }

        public void Dispose()
        {
            _reader.Dispose();
            _writing.Dispose();
        }
    }
}
