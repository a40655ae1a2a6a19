using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Contract;

/// <summary>A file that was uploaded: whose it is and which message has it. A document, not events: what no message takes goes again.</summary>
/// <param name="Id">Chosen by whoever uploads it.</param>
/// <param name="Conversation">The thread that it is for; nobody else's messages may name it.</param>
/// <param name="By">Who has uploaded it, and alone may send it.</param>
/// <param name="File">As the message's event will name it.</param>
/// <param name="At">Since when it waits for its message.</param>
/// <param name="IsStored">False: it was about to be stored, and may have been.</param>
/// <param name="Use">What has it; null: nothing yet.</param>
public sealed record KeptFile(AttachmentId Id, ConversationId Conversation, Actor By, Attachment File, Instant At, bool IsStored, FileUse? Use)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<KeptFile>(
        file => file.Id.Value,
        new DuplicatedField<KeptFile>("conversation", NpgsqlDbType.Uuid, file => file.Conversation.Value, Index: FieldIndex.Plain),
        new DuplicatedField<KeptFile>("waiting_since", NpgsqlDbType.TimestampTz, file => file.Use is null ? file.At.ToDateTimeUtc() : null, Index: FieldIndex.WhereNotNull));

    /// <summary>Whether the thread's visitor may see it.</summary>
    public bool IsShownTo(ConversationId thread) => IsStored && Conversation == thread && (By.Kind == ActorKind.Visitor || Use == FileUse.Message);

    /// <summary>Whether this member of the staff may see it.</summary>
    public bool IsShownTo(AgentId agent) => IsStored && (Use is not null || By == Actor.Of(agent));
}

/// <summary>What has a file.</summary>
public enum FileUse
{
    /// <summary>Both sides see it.</summary>
    Message,

    /// <summary>Staff alone see it.</summary>
    Note,
}
