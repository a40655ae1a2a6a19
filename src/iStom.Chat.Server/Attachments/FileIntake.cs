using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Attachments;

/// <summary>
/// Takes a file in: received aside, looked at, noted, kept, and only then there. A crash in between leaves what nobody sees and the sweep removes.
/// </summary>
public sealed partial class FileIntake(
    IStore store, KeptFiles files, IncomingFolder incoming, VirusScanner scanner, IAttachmentStore kept, IOptions<AttachmentOptions> options, IClock clock, ILogger<FileIntake> logger)
    : IFileIntake
{
    /// <inheritdoc/>
    public async Task<Decision<AttachmentView>> TakeInAsync(IncomingFile file, ConversationId thread, Actor by, CancellationToken cancellation)
    {
        var name = FileName.Accept(file.Name);
        return name.Refusal is { } refusal ? refusal
            : await TakeInAsync(file, new(file.Id, name.Value, FileTypes.Of(name.Value)!.Value, Size: 0), thread, by, options.Value.MaxBytes, cancellation);
    }

    /// <inheritdoc/>
    public Task<Decision<AttachmentView>> TakeMailInAsync(IncomingFile file, ConversationId thread, Actor by, long most, CancellationToken cancellation) =>
        TakeInAsync(file, new(file.Id, $"{file.Name}.eml", FileType.Mail, Size: 0), thread, by, most, cancellation);

    private async Task<Decision<AttachmentView>> TakeInAsync(IncomingFile file, Attachment wanted, ConversationId thread, Actor by, long most, CancellationToken cancellation)
    {
        var known = await store.OpenSession().LoadAsync<KeptFile>(file.Id.Value, cancellation);
        if (known is not null && (known.Value.Conversation != thread || known.Value.By != by))
        {
            return SendRefusals.IdUsed;
        }

        if (known is { Value.IsStored: true })
        {
            return AttachmentView.Of(known.Value.File);
        }

        var mostWaiting = 2 * options.Value.MaxFiles;
        if (await files.WaitingAsync(thread, by, cancellation) >= mostWaiting)
        {
            return FileRefusals.TooMany(mostWaiting);
        }

        var received = await incoming.ReceiveAsync(file.Content, most, cancellation);
        if (received.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var aside = received.Value;
        return await LookAtAsync(aside, wanted.Type, cancellation) is { } found ? found
            : await KeepAsync(aside, new(file.Id, thread, by, wanted with { Size = aside.Size }, clock.GetCurrentInstant(), IsStored: false, Use: null), known?.Version, cancellation);
    }

    private async Task<Refusal?> LookAtAsync(ReceivedFile aside, FileType type, CancellationToken cancellation) =>
        await FileContent.IsAsync(type, aside.Rewound(), cancellation) ? await scanner.LookAtAsync(aside.Rewound(), cancellation) : FileRefusals.ContentMismatch;

    /// <summary>Noted before it is kept, so that no file is ever left of which nothing is known.</summary>
    private async Task<Decision<AttachmentView>> KeepAsync(ReceivedFile aside, KeptFile noted, long? version, CancellationToken cancellation)
    {
        var next = (version ?? StreamVersion.None) + 1;
        try
        {
            await StoreAsync(noted, version ?? StreamVersion.None, cancellation);
            await kept.KeepAsync(noted.Id, aside, cancellation);
            await StoreAsync(noted with { IsStored = true }, next, cancellation);
            return AttachmentView.Of(noted.File);
        }
        catch (ConcurrencyConflictException)
        {
            return await store.OpenSession().LoadAsync<KeptFile>(noted.Id.Value, cancellation) is { Value: { IsStored: true } other } && other.By == noted.By && other.Conversation == noted.Conversation
                ? AttachmentView.Of(other.File)
                : SendRefusals.IdUsed;
        }
        catch (IOException e)
        {
            KeepFailed(logger, e);
            return FileRefusals.StorageFull;
        }
    }

    private async Task StoreAsync(KeptFile file, long expected, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        session.Store(file, expected, expected + 1);
        await session.CommitAsync(cancellation);
    }

    [LoggerMessage(313, LogLevel.Error, "A file cannot be kept")]
    private static partial void KeepFailed(ILogger logger, Exception exception);
}
