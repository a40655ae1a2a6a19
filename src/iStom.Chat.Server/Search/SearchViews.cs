using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using NodaTime;

namespace iStom.Chat.Server.Search;

/// <summary>
/// What was found, a page of each group. upTo: what was written from then on may be missing, since the search is behind; null: it is not.
/// </summary>
public sealed record SearchResults(
    FoundPage<FoundTicket> Tickets, FoundPage<FoundMessage> Messages, FoundPage<FoundClinic> Clinics, FoundPage<FoundVisitor> Visitors, Instant? UpTo);

/// <summary>Newest first; clinics by name. next: the <c>before</c> of the group's next page; null on the last one.</summary>
public sealed record FoundPage<T>(IReadOnlyList<T> Items, string? Next)
{
    public static FoundPage<T> None { get; } = new([], Next: null);
}

/// <summary>A part of a text. hit: it is what was looked for.</summary>
public sealed record TextPart(string Text, bool Hit);

/// <summary>A ticket that has the number, or the words in its subject; of a phone that somebody has, an open one of theirs.</summary>
public sealed record FoundTicket(AgentTicket Ticket, IReadOnlyList<TextPart> Subject);

/// <summary>A message of a ticket or, where note, what staff wrote for each other. authorName: null for the visitor. text: of a long one a part.</summary>
public sealed record FoundMessage(AgentTicket Ticket, bool Note, string? AuthorName, Instant At, IReadOnlyList<TextPart> Text);

/// <summary>A clinic. number: in the billing system.</summary>
public sealed record FoundClinic(ClinicId Id, string Name, string? Number);

/// <summary>A visitor of whom a name or an address is known. ticketId: their newest ticket.</summary>
public sealed record FoundVisitor(VisitorId Id, string? Name, string? Email, string? Clinic, Guid? TicketId);

/// <summary>The groups of results.</summary>
public enum SearchGroup
{
    Tickets,
    Messages,
    Clinics,
    Visitors,
}
