using iStom.Chat.Domain;

namespace iStom.Chat.Server.Contract;

/// <summary>What is in the files that are kept. Who may see one is not its business.</summary>
public interface IFileContents
{
    /// <summary>Null where there is none.</summary>
    Task<Stream?> OpenAsync(AttachmentId id, CancellationToken cancellation);
}
