using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;

namespace iStom.Chat.Server.Contract;

/// <summary>A file that comes in.</summary>
/// <param name="Id">Chosen by the sender; the same again gives the first answer.</param>
/// <param name="Name">As the sender's machine has it.</param>
/// <param name="Content">Read once, as far as it is needed.</param>
public sealed record IncomingFile(AttachmentId Id, string? Name, Stream Content);

/// <summary>Takes files in: received aside, looked at, noted, kept, and only then there.</summary>
public interface IFileIntake
{
    /// <summary>A file of somebody's for a message to come; refused where it is too large, of no type that is taken, or not what its name says.</summary>
    Task<Decision<AttachmentView>> TakeInAsync(IncomingFile file, ConversationId thread, Actor by, CancellationToken cancellation);

    /// <summary>A mail as it came in, which is never shown and only ever saved. Refuses what a scanner finds, and <c>file-too-large</c>.</summary>
    /// <param name="most">Its largest size, in bytes.</param>
    Task<Decision<AttachmentView>> TakeMailInAsync(IncomingFile file, ConversationId thread, Actor by, long most, CancellationToken cancellation);
}
