using iStom.Chat.Domain;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Storage.Changes;

/// <summary>A line in the list of changes. What changed stands in the event of the same id.</summary>
public sealed record AuditEntry
{
    /// <summary>The event's, which is a UUIDv7: the list is in this order.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind of thing was changed: the kind of its stream.</summary>
    public required string Kind { get; init; }

    public required Guid Subject { get; init; }

    public required Actor By { get; init; }

    public required Instant At { get; init; }

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<AuditEntry>(
        entry => entry.Id,
        new("kind", NpgsqlDbType.Varchar, entry => entry.Kind, nameof(Kind)),
        new("by_id", NpgsqlDbType.Uuid, entry => entry.By.Id),
        new("at", NpgsqlDbType.TimestampTz, entry => entry.At.ToDateTimeUtc()));
}
