using iStom.Chat.Domain.Attachments;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Conversations;

/// <summary>
/// A fact of the visitor's thread. Everything in this stream may be seen by its visitor, so that the
/// stream's version is a sequence without gaps for everybody; what is internal belongs to the ticket.
/// </summary>
public interface IConversationEvent
{
    /// <summary>When the server accepted it.</summary>
    Instant At { get; }
}

/// <summary>The visitor wrote for the first time.</summary>
/// <param name="Conversation">The stream.</param>
/// <param name="Visitor">Whose thread it is.</param>
/// <param name="Site">Key of the site on which it began: context, never authority.</param>
/// <param name="At">When the server accepted it.</param>
public sealed record ConversationStarted(ConversationId Conversation, VisitorId Visitor, string Site, Instant At)
    : IConversationEvent;

/// <summary>Before the first message the visitor agreed to what they were told about their personal data.</summary>
/// <param name="Site">Key of the site that told them.</param>
/// <param name="Text">What they were told.</param>
/// <param name="Link">Where all of it stood; null: nowhere.</param>
/// <param name="At">When the server accepted it.</param>
public sealed record ConsentGiven(string Site, string Text, string? Link, Instant At) : IConversationEvent;

/// <summary>A message of the visitor.</summary>
/// <param name="Message">Chosen by the visitor's browser; a retry repeats it.</param>
/// <param name="Ticket">The request that it belongs to.</param>
/// <param name="Text">What was written.</param>
/// <param name="ReplyTo">The message that it quotes.</param>
/// <param name="At">When the server accepted it; a wait that it starts begins here.</param>
/// <param name="Attachments">Its files; null without any. The text may then be empty.</param>
/// <param name="Mail">The mail by which it came; null for what was written in the panel.</param>
public sealed record VisitorWrote(
    MessageId Message,
    TicketId Ticket,
    [property: PersonalData] string Text,
    MessageId? ReplyTo,
    Instant At,
    [property: PersonalData] IReadOnlyList<Attachment>? Attachments = null,
    MailOrigin? Mail = null)
    : IConversationEvent;

/// <summary>A message of a human agent to the visitor; an automatic text is never one.</summary>
/// <param name="Message">Chosen by the agent's browser; a retry repeats it.</param>
/// <param name="Ticket">The request that it answers.</param>
/// <param name="Agent">Who wrote it; not shown to the visitor.</param>
/// <param name="AgentName">The name that the visitor sees, as it was then.</param>
/// <param name="Text">What was written.</param>
/// <param name="At">When the server accepted it.</param>
/// <param name="Attachments">Its files; null without any. The text may then be empty.</param>
/// <param name="ReplyTo">The message that it quotes.</param>
public sealed record AgentReplied(
    MessageId Message,
    TicketId Ticket,
    AgentId Agent,
    [property: PersonalData(DataSubject.Agent)] string AgentName,
    [property: PersonalData] string Text,
    Instant At,
    [property: PersonalData] IReadOnlyList<Attachment>? Attachments = null,
    MessageId? ReplyTo = null)
    : IConversationEvent;

/// <summary>The thread tells its visitor that a ticket has begun or changed.</summary>
/// <param name="Ticket">Which ticket.</param>
/// <param name="Number">As the visitor quotes it.</param>
/// <param name="Notice">What happened to it.</param>
/// <param name="At">When it happened.</param>
/// <param name="Reason">Why, in an agent's words to the visitor; null where the notice says it all.</param>
/// <param name="Remote">Of remote support: what the visitor's card of it shows; null of everything else. No text makes one.</param>
public sealed record TicketAnnounced(
    TicketId Ticket, string Number, TicketNotice Notice, Instant At, [property: PersonalData] string? Reason = null, RemoteCard? Remote = null)
    : IConversationEvent;

/// <summary>The visitor has asked to be called back about a ticket.</summary>
/// <param name="Ticket">Which ticket.</param>
/// <param name="TicketNumber">As the visitor quotes it.</param>
/// <param name="Number">As they wrote it.</param>
/// <param name="Time">When they would like it.</param>
/// <param name="At">When the server accepted it.</param>
public sealed record CallbackAsked(TicketId Ticket, string TicketNumber, [property: PersonalData] string Number, CallbackTime Time, Instant At) : IConversationEvent;

/// <summary>
/// We tell the visitor something of a ticket by ourselves: in working texts as they were then, in both languages, since nobody knows in which one
/// they read it. It is never a reaction.
/// </summary>
/// <param name="Message">Follows from what is told, so that it is told once.</param>
/// <param name="Ticket">Of which ticket.</param>
/// <param name="Number">As the visitor quotes it.</param>
/// <param name="Notice">What of it.</param>
/// <param name="Said">The words.</param>
/// <param name="At">When.</param>
public sealed record CustomerInformed(MessageId Message, TicketId Ticket, string Number, TicketNotice Notice, LocalizedName Said, Instant At) : IConversationEvent;

/// <summary>
/// The customer was erased: what this stream held of them is masked in every earlier event. Nothing else changes, but
/// whatever was decided on the thread before is refused as out of date, and cannot bring a text back.
/// </summary>
public sealed record ConversationErased(Actor By, Instant At) : IConversationEvent;
