using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Attachments;

/// <summary>A file to be answered with, open.</summary>
public sealed record OpenedFile(Attachment File, Stream Content)
{
    /// <summary>Refuses <c>attachment-not-found</c>, whether it is not there or not shown to whoever asks.</summary>
    internal static async Task<Decision<OpenedFile>> OpenAsync(
        IStore store, IAttachmentStore kept, AttachmentId id, Func<KeptFile, bool> isShown, CancellationToken cancellation) =>
        await store.OpenSession().LoadAsync<KeptFile>(id.Value, cancellation) is { Value: var file } && isShown(file) && await kept.OpenAsync(id, cancellation) is { } content
            ? new OpenedFile(file.File, content)
            : FileRefusals.NotFound;
}
