using System.Buffers;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Attachments;

/// <summary>Where files stand while they are received: on the disk, never wholly in memory, and not yet among those that are kept.</summary>
public sealed partial class IncomingFolder(AttachmentFolder folder, IOptions<AttachmentOptions> options, ILogger<IncomingFolder> logger)
{
    private const int Chunk = 64 * 1024;

    private string Location => Path.Combine(folder.Location, "incoming");

    /// <summary>
    /// Receives to the end and down to the disk. Refuses <c>file-too-large</c> as soon as it is, <c>file-empty</c>, and <c>storage-full</c> where it
    /// cannot be written. What was refused or cut off leaves nothing.
    /// </summary>
    /// <param name="most">Its largest size, in bytes.</param>
    public async Task<Decision<ReceivedFile>> ReceiveAsync(Stream body, long most, CancellationToken cancellation)
    {
        if (Open(most) is not { } file)
        {
            return FileRefusals.StorageFull;
        }

        var isWhole = false;
        try
        {
            var refusal = await CopyAsync(body, file, most, cancellation);
            isWhole = refusal is null;
            return refusal is null ? file.Received : refusal;
        }
        finally
        {
            if (!isWhole)
            {
                await file.Received.DisposeAsync();
            }
        }
    }

    /// <summary>What a crash has left is deleted; what is younger may still be received.</summary>
    public void Clear(Instant before)
    {
        foreach (var left in Directory.Exists(Location) ? new DirectoryInfo(Location).EnumerateFiles() : [])
        {
            if (Instant.FromDateTimeUtc(left.LastWriteTimeUtc) < before)
            {
                left.Delete();
            }
        }
    }

    private async Task<Refusal?> CopyAsync(Stream body, Opened file, long most, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            var size = 0L;
            for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            {
                if ((size += read) > most)
                {
                    return FileRefusals.TooLarge(most);
                }

                if (!await TryAsync(() => file.Content.WriteAsync(buffer.AsMemory(0, read), cancellation).AsTask()))
                {
                    return FileRefusals.StorageFull;
                }
            }

            return size == 0 ? FileRefusals.Empty
                : await TryAsync(() => { file.Content.Flush(flushToDisk: true); return Task.CompletedTask; }) ? null
                : FileRefusals.StorageFull;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Null where there is no room or no right.</summary>
    private Opened? Open(long most)
    {
        try
        {
            AttachmentFolder.Create(Location);
            if (folder.Free() < options.Value.KeepFree + most)
            {
                NoRoom(logger);
                return null;
            }

            var path = Path.Combine(Location, Guid.CreateVersion7().ToString("N"));
            var content = new FileStream(path, AttachmentFolder.ForWriting());
            return new(new(path, content), content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteFailed(logger, e);
            return null;
        }
    }

    private async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteFailed(logger, e);
            return false;
        }
    }

    [LoggerMessage(310, LogLevel.Error, "Files cannot be received: the disk has less room than Attachments:KeepFree")]
    private static partial void NoRoom(ILogger logger);

    [LoggerMessage(311, LogLevel.Error, "Files cannot be received")]
    private static partial void WriteFailed(ILogger logger, Exception exception);

    private sealed record Opened(ReceivedFile Received, FileStream Content);
}
