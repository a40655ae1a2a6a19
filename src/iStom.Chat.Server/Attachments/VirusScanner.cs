using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Attachments;

/// <summary>A clamd of somebody's, asked over its own protocol (clamd(8): INSTREAM, PING). Without the setting nobody is asked.</summary>
public sealed partial class VirusScanner(IOptions<AttachmentOptions> options, TimeProvider time, ILogger<VirusScanner> logger)
{
    private const int Chunk = 64 * 1024;

    /// <summary>How long one file may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Null: it may pass. Refuses <c>file-infected</c>, and <c>scanner-away</c> where nobody could look and settings do not let it pass.</summary>
    public async Task<Refusal?> LookAtAsync(Stream content, CancellationToken cancellation)
    {
        if (options.Value.ScannerAddress is not { } address)
        {
            return null;
        }

        var answer = await AskAsync(address, (stream, patience) => SendAsync(stream, content, patience), cancellation);
        if (answer is not null && answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            return FileRefusals.Infected;
        }

        return answer is not null && answer.EndsWith(": OK", StringComparison.Ordinal) || options.Value.WhenScannerAway == UnscannedFile.Pass
            ? null
            : FileRefusals.ScannerAway;
    }

    /// <summary>Whether it answers, or there is none to ask.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellation) => options.Value.ScannerAddress is not { } address
        || await AskAsync(address, (stream, patience) => stream.WriteAsync("zPING\0"u8.ToArray(), patience).AsTask(), cancellation) == "PONG";

    /// <summary>Null where it is not there, or does not answer in time. When it returns, nobody reads what was to be sent.</summary>
    private async Task<string?> AskAsync(EndPoint address, Func<Stream, CancellationToken, Task> ask, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            using var socket = address is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address, both.Token);
            await using var stream = new NetworkStream(socket);
            await ask(stream, both.Token);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return (await reader.ReadToEndAsync(both.Token)).TrimEnd('\0', '\n');
        }
        catch (Exception e) when (e is IOException or SocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            AskFailed(logger, e);
            return null;
        }
    }

    /// <summary>Chunks, each behind its length; a length of zero ends it.</summary>
    private static async Task SendAsync(Stream stream, Stream content, CancellationToken cancellation)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var buffer = new byte[sizeof(int) + Chunk];
        for (int read; (read = await content.ReadAsync(buffer.AsMemory(sizeof(int)), cancellation)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await stream.WriteAsync(buffer.AsMemory(0, sizeof(int) + read), cancellation);
        }

        await stream.WriteAsync(new byte[sizeof(int)], cancellation);
    }

    [LoggerMessage(312, LogLevel.Error, "The scanner of files does not answer")]
    private static partial void AskFailed(ILogger logger, Exception exception);
}
