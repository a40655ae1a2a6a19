using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;

namespace iStom.Chat.Server.Attachments;

/// <summary>Keeps files, each whole or not at all. Whose they are is not its business.</summary>
public interface IAttachmentStore : IFileContents
{
    /// <summary>Keeps what was received, in place of what had this id before. When it returns, the file survives a crash of the server.</summary>
    /// <exception cref="IOException">It cannot be kept: no room, no right, nobody there. Nothing of it is left.</exception>
    Task KeepAsync(AttachmentId id, ReceivedFile file, CancellationToken cancellation);

    /// <summary>Said again it succeeds.</summary>
    Task DeleteAsync(AttachmentId id, CancellationToken cancellation);
}
