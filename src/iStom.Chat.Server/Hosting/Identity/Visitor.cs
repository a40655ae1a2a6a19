using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>A browser that may write to support. Known by a secret of its own, never by what is typed.</summary>
public sealed record Visitor
{
    public required VisitorId Id { get; init; }

    /// <summary>The thread's id, chosen with the visitor: first messages sent in parallel meet in one stream.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>SHA-256 of the cookie's secret, in hex.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Key of the site on which the panel was first opened: context, never authority.</summary>
    public required string Site { get; init; }

    /// <summary>Set for verified users only.</summary>
    public ClinicId? Clinic { get; init; }

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<Visitor>(
        visitor => visitor.Id.Value, new DuplicatedField<Visitor>("key_hash", NpgsqlDbType.Varchar, visitor => visitor.KeyHash));
}
