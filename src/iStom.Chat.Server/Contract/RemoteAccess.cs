using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Contract;

/// <summary>
/// How one connects to a visitor's computer: kept sealed, outside of all events, and gone with the session, after a time, or with
/// its visitor.
/// </summary>
/// <param name="Id">Of the invitation.</param>
/// <param name="Ticket">Whose agent may read it.</param>
/// <param name="Sealed">Code and links, or id and password; null: nothing is kept yet, or any more.</param>
/// <param name="Until">When it goes; null: it is gone.</param>
public sealed record RemoteAccess(RemoteSessionId Id, TicketId Ticket, string? Sealed, Instant? Until)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<RemoteAccess>(
        access => access.Id.Value,
        new DuplicatedField<RemoteAccess>("ticket", NpgsqlDbType.Uuid, access => access.Ticket.Value, Index: FieldIndex.Plain),
        new DuplicatedField<RemoteAccess>("until", NpgsqlDbType.TimestampTz, access => access.Until?.ToDateTimeUtc(), Index: FieldIndex.WhereNotNull));
}
