using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Tickets;

/// <summary>The ticket's snapshot, and the columns that queue, lists and look-ups filter and sort by.</summary>
public static class TicketMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Ticket>(
        ticket => ticket.Id.Value,
        new("number", NpgsqlDbType.Varchar, ticket => ticket.Number, nameof(Ticket.Number), FieldIndex.Unique),
        new("assignee", NpgsqlDbType.Uuid, ticket => ticket.Assignee?.Value, nameof(Ticket.Assignee), FieldIndex.WhereNotNull),
        new("status", NpgsqlDbType.Varchar, ticket => ticket.Status.ToString(), nameof(Ticket.Status)),
        new("visitor", NpgsqlDbType.Uuid, ticket => ticket.Visitor.Value, nameof(Ticket.Visitor), FieldIndex.Plain),
        new("clinic", NpgsqlDbType.Uuid, ticket => ticket.Clinic?.Value, nameof(Ticket.Clinic), FieldIndex.WhereNotNull),
        new("criticality", NpgsqlDbType.Varchar, ticket => ticket.Criticality.ToString(), nameof(Ticket.Criticality)),
        new("level", NpgsqlDbType.Varchar, ticket => QueueEntry.Of(ticket)?.Level.ToString()),
        new("queued_since", NpgsqlDbType.TimestampTz, ticket => Utc(QueueEntry.Of(ticket)?.Since), Index: FieldIndex.WhereNotNull),
        new("due", NpgsqlDbType.TimestampTz, ticket => Utc(QueueEntry.Of(ticket)?.Due)),
        new("at_risk_at", NpgsqlDbType.TimestampTz, ticket => Utc(QueueEntry.Of(ticket)?.AtRiskAt)),
        new("kind", NpgsqlDbType.Varchar, ticket => ticket.Kind.ToString(), nameof(Ticket.Kind)),
        new("support_level", NpgsqlDbType.Varchar, ticket => ticket.Level.ToString()),
        new("rated_at", NpgsqlDbType.TimestampTz, ticket => Utc(ticket.RatedAt)),
        new("development_item", NpgsqlDbType.Uuid, ticket => ticket.DevelopmentItem?.Value, nameof(Ticket.DevelopmentItem), FieldIndex.WhereNotNull),
        new("shown_at", NpgsqlDbType.TimestampTz, ticket => ticket.Articles.Count > 0 ? Utc(ticket.OpenedAt) : null))
    {
        OwnIndexes = ["istom_ticket_at_risk_at", "istom_ticket_callback", "istom_ticket_critical", "istom_ticket_due", "istom_ticket_facets", "istom_ticket_rated", "istom_ticket_shown", "istom_ticket_turn"],
    };

    private static DateTime? Utc(Instant? instant) => instant?.ToDateTimeUtc();
}
