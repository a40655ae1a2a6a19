using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Attachments;

/// <summary>Deletes a file whose document is gone.</summary>
internal sealed class FileDeletion(IAttachmentStore kept) : IOutboxHandler
{
    public string Kind => KeptFiles.DeleteKind;

    public Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation) => kept.DeleteAsync(delivery.Read<DeletedFile>().Id, cancellation);
}
