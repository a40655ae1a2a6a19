using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>after: the last sequence that the caller has; 0: the newest 50.</summary>
public sealed record JoinRequest(long After);

/// <summary>lastSequence: of the conversation, also where messages end earlier; reads: how far each side has read.</summary>
public sealed record JoinReply(
    Guid? ConversationId, IReadOnlyList<Message> Messages, long LastSequence, VisitorTicket? Ticket, IReadOnlyList<ReadMarker> Reads, DeskHours Desk);

/// <summary>
/// id: chosen by the caller; the same again gives the same answer. kind: null is a question. articles: what the manual has shown,
/// kept where the message opens a ticket; the first 10, and null is none. consent: the visitor has agreed to the site's notice.
/// attachments: ids of uploaded files.
/// </summary>
public sealed record SendRequest(Guid Id, string Text, RequestKind? Kind, Guid? ReplyTo, IReadOnlyList<SeenArticle>? Articles = null, bool Consent = false, IReadOnlyList<Guid>? Attachments = null);

/// <summary>An article of the manual that the visitor was shown; read: they opened it.</summary>
public sealed record SeenArticle(Guid Id, bool Read);

/// <summary>Committed. ticket: null when the message changed nothing of it.</summary>
public sealed record Ack(Guid Id, long Sequence, Instant SentAt, VisitorTicket? Ticket);

/// <summary>The page of at most limit entries (1 to 200) before a sequence.</summary>
public sealed record HistoryRequest(long Before, int Limit);

/// <summary>kind: stopped work or a critical error; others are no restore-work.</summary>
public sealed record ClaimRequest(RequestKind Kind);

/// <summary>helped: whether the resolution did, or the version that came out. ticket: the number of which one; null is the current one.</summary>
public sealed record HelpedRequest(bool Helped, string? Ticket = null);

/// <summary>stars: 1 to 5; comment: null is none.</summary>
public sealed record RateRequest(int Stars, string? Comment);

/// <summary>session: of the invitation on the card. consent: false declines, also what was agreed to, as long as nobody is connected.</summary>
public sealed record AcceptRemoteRequest(Guid Session, bool Consent);

/// <summary>
/// session: of the invitation on the card; with this the visitor agrees to it. teamViewerId: of the visitor's own TeamViewer. password: null is none.
/// Both are kept sealed, shown to the ticket's agent alone, and gone with the session.
/// </summary>
public sealed record GiveRemoteRequest(Guid Session, string? TeamViewerId, string? Password)
{
    /// <summary>What logs it tells nobody.</summary>
    public override string ToString() => nameof(GiveRemoteRequest);
}

/// <summary>As HistoryRequest, of the ticket's conversation.</summary>
public sealed record TicketHistoryRequest(Guid Ticket, long Before, int Limit);

/// <summary>reason: why, for colleagues; null where the kind says it all.</summary>
public sealed record ChangeKindRequest(Guid Ticket, RequestKind Kind, string? Reason);

/// <summary>reason: the visitor reads it.</summary>
public sealed record RejectRequest(Guid Ticket, string? Reason);

/// <summary>PaidDuty: only with the right to paid support.</summary>
public sealed record AvailabilityRequest(Availability Availability);

/// <summary>alarm: its id. Somebody will see to it.</summary>
public sealed record AlarmRequest(Guid Alarm);

/// <summary>to: the colleague's id.</summary>
public sealed record TransferRequest(Guid Ticket, Guid To);

/// <summary>note: what is open, for whoever goes on with it.</summary>
public sealed record HandedTicket(Guid Ticket, string Note);

/// <summary>to: the colleague's id; null: the queue.</summary>
public sealed record HandOverRequest(IReadOnlyList<HandedTicket> Tickets, Guid? To);

/// <summary>Names a ticket.</summary>
public sealed record TicketRequest(Guid Ticket);

/// <summary>after: the last sequence of the conversation that the caller has; 0: the newest 50.</summary>
public sealed record OpenRequest(Guid Ticket, long After);

/// <summary>
/// The ticket with its conversation and its own events. related: what it was split off from or continues, and what was split off.
/// earlier: the newest 50 of what its visitor wrote before a site said who they are, in a thread of its own.
/// </summary>
public sealed record OpenReply(
    AgentTicket Ticket,
    IReadOnlyList<Message> Messages,
    long LastSequence,
    IReadOnlyList<TicketEventView> Events,
    IReadOnlyList<ReadMarker> Reads,
    IReadOnlyList<AgentTicket> Related,
    IReadOnlyList<Message> Earlier);

/// <summary>Everything up to sequence has been seen.</summary>
public sealed record ReadRequest(long Sequence);

/// <summary>Everything of the ticket's conversation up to sequence has been seen.</summary>
public sealed record TicketReadRequest(Guid Ticket, long Sequence);

/// <summary>active: writing, or no longer. Repeat while it lasts: it dies by itself after 6 seconds.</summary>
public sealed record TypingRequest(bool Active);

/// <summary>As TypingRequest, of the ticket's agent.</summary>
public sealed record TicketTypingRequest(Guid Ticket, bool Active);

/// <summary>note: an internal note, never shown to the visitor. attachments: ids of uploaded files.</summary>
public sealed record SendReply(Guid Id, Guid Ticket, string Text, bool Note, IReadOnlyList<Guid>? Attachments = null, Guid? ReplyTo = null);

/// <summary>sequence: of the conversation, or for a note of the ticket.</summary>
public sealed record SentReply(Guid Id, long Sequence, Instant SentAt);
