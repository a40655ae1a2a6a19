using iStom.Chat.Domain.Attachments;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>A fact of the ticket: assignments, waits, findings and notes. Never shown to a visitor as it is.</summary>
public interface ITicketEvent
{
    /// <summary>When it happened.</summary>
    Instant At { get; }
}

/// <summary>A request was received.</summary>
/// <param name="Subject">First words of the request, for lists.</param>
/// <param name="Follows">The closed or split ticket that this one continues.</param>
/// <param name="About">The messages that are about it, of a problem that was split off; null for other tickets.</param>
public sealed record TicketOpened(
    TicketId Ticket,
    string Number,
    ConversationId Conversation,
    VisitorId Visitor,
    ClinicId? Clinic,
    string Site,
    Channel Channel,
    RequestKind Kind,
    [property: PersonalData] string Subject,
    TicketId? Follows,
    Actor By,
    Instant At,
    IReadOnlyList<MessageId>? About = null) : ITicketEvent;

/// <summary>What the manual had shown the customer before they wrote: it did not answer them.</summary>
public sealed record ArticlesShown(IReadOnlyList<ShownArticle> Articles, Instant At) : ITicketEvent;

/// <summary>The customer began to wait for a reaction.</summary>
/// <param name="Tariff">The tariff as it was then; it holds for this wait.</param>
/// <param name="Promise">Its start is the start of the wait: earlier than <paramref name="At"/> for a mail that lay in the mailbox.</param>
/// <param name="At">When the server accepted it.</param>
public sealed record WaitStarted(Tariff Tariff, Promise Promise, Instant At) : ITicketEvent;

/// <summary>A human reacted: the wait is over and judged.</summary>
public sealed record Reacted(AgentId Agent, bool InTime, Instant At) : ITicketEvent;

/// <summary>An agent ended the wait without a reaction, as the message needed no answer; counted apart.</summary>
/// <param name="InTime">False: the promise had been missed by then, which stays a miss.</param>
public sealed record WaitEndedWithoutAnswer(AgentId Agent, bool InTime, Instant At) : ITicketEvent;

/// <summary>The customer withdrew the request, or helped themselves, before a reaction.</summary>
/// <param name="InTime">False: the promise had been missed by then, which stays a miss.</param>
public sealed record WaitWithdrawn(Actor By, bool InTime, Instant At) : ITicketEvent;

/// <summary>An open promise was replaced.</summary>
/// <param name="Missed">The replaced promise (or one before it) had already been missed: that stays a miss.</param>
public sealed record PromiseChanged(Promise Promise, PromiseChangeReason Reason, bool Missed, Actor By, Instant At) : ITicketEvent;

/// <summary>An agent took the ticket.</summary>
/// <param name="AgentName">As shown to the visitor.</param>
public sealed record TicketTaken(AgentId Agent, [property: PersonalData(DataSubject.Agent)] string AgentName, Instant At) : ITicketEvent;

/// <summary>The ticket lost its agent; a customer who waits is back in the queue with the original start.</summary>
public sealed record TicketReleased(AgentId Agent, ReleaseReason Reason, Actor By, Instant At) : ITicketEvent;

/// <summary>The ticket was handed from one agent to another.</summary>
public sealed record TicketTransferred(
    AgentId? From, AgentId To, [property: PersonalData(DataSubject.Agent)] string ToName, Actor By, Instant At) : ITicketEvent;

/// <summary>An agent decided what kind of request it is.</summary>
/// <param name="Reason">Why, where the kind does not say it all.</param>
public sealed record KindChanged(
    RequestKind From, RequestKind To, [property: PersonalData] string? Reason, Actor By, Instant At) : ITicketEvent;

/// <summary>Somebody said that this is restore-work.</summary>
/// <param name="Counts">False: an agent decides before lane and promise change.</param>
public sealed record CriticalityClaimed(RequestKind Kind, bool Counts, Actor By, Instant At) : ITicketEvent;

/// <summary>Staff confirmed the claim (§2.2.3).</summary>
public sealed record CriticalityConfirmed(AgentId Agent, Instant At) : ITicketEvent;

/// <summary>Staff declined the claim; a ticket that it had made restore-work is a question from here on.</summary>
/// <param name="ClaimedBy">Whose word it was: only a customer's own claims count against them.</param>
public sealed record CriticalityRejected(
    AgentId Agent, [property: PersonalData] string Reason, Actor ClaimedBy, Instant At) : ITicketEvent;

/// <summary>An internal note, for staff only.</summary>
/// <param name="Attachments">Its files, for staff only; null without any. The text may then be empty.</param>
public sealed record NoteWritten(
    MessageId Note,
    AgentId Agent,
    [property: PersonalData(DataSubject.Agent)] string AgentName,
    [property: PersonalData] string Text,
    Instant At,
    [property: PersonalData] IReadOnlyList<Attachment>? Attachments = null) : ITicketEvent;

/// <summary>§3.3: a call that clarified the ticket.</summary>
/// <param name="Note">Chosen by the agent's browser; a retry repeats it.</param>
/// <param name="Number">Null when it was withheld.</param>
/// <param name="Reached">Whether the customer was spoken to.</param>
/// <param name="CalledAt">When the call was made.</param>
/// <param name="At">When it was logged; if it is a reaction, it is one at this instant.</param>
/// <param name="Seconds">How long it lasted; null where nobody says.</param>
public sealed record CallLogged(
    MessageId Note,
    AgentId Agent,
    [property: PersonalData(DataSubject.Agent)] string AgentName,
    CallDirection Direction,
    [property: PersonalData] string? Number,
    bool Reached,
    [property: PersonalData] string Learnt,
    Instant CalledAt,
    Instant At,
    int? Seconds = null) : ITicketEvent;

/// <summary>The visitor asks to be called back; it is no message, and touches no clock (d).</summary>
/// <param name="Number">As they wrote it.</param>
/// <param name="Time">When they would like it.</param>
public sealed record CallbackRequested([property: PersonalData] string Number, CallbackTime Time, Instant At) : ITicketEvent;

/// <summary>It is settled without a call.</summary>
public sealed record CallbackDismissed(AgentId Agent, Instant At) : ITicketEvent;

/// <summary>§4.1: an agent asked to look at the customer's screen. Codes and passwords are in no event.</summary>
/// <param name="Session">Chosen by the agent's browser; a retry repeats it.</param>
/// <param name="AgentName">As shown to the visitor.</param>
/// <param name="Purpose">What for, in the agent's words to the visitor.</param>
/// <param name="AsksForId">The visitor gives the id of their own TeamViewer; otherwise the session has a code.</param>
public sealed record RemoteSupportInvited(
    RemoteSessionId Session,
    AgentId Agent,
    [property: PersonalData(DataSubject.Agent)] string AgentName,
    [property: PersonalData] string Purpose,
    bool AsksForId,
    Instant At) : ITicketEvent;

/// <summary>The customer agreed that the agent connects.</summary>
public sealed record RemoteSupportConsented(RemoteSessionId Session, Instant At) : ITicketEvent;

/// <summary>The customer said no, or took their consent back before anybody connected.</summary>
public sealed record RemoteSupportDeclined(RemoteSessionId Session, Instant At) : ITicketEvent;

/// <summary>The agent says that they are connected.</summary>
public sealed record RemoteSupportStarted(RemoteSessionId Session, AgentId Agent, Instant At) : ITicketEvent;

/// <summary>Nobody is connected any more, or nobody will be.</summary>
/// <param name="Seconds">From the start to the end, whole ones; null: it never began.</param>
public sealed record RemoteSupportEnded(RemoteSessionId Session, RemoteEnd How, long? Seconds, Actor By, Instant At) : ITicketEvent;

/// <summary>An answer has left by mail; from here on its delivery is the mail servers' matter.</summary>
/// <param name="Message">The answer.</param>
/// <param name="At">When our mail server took it.</param>
public sealed record ReplyMailed(MessageId Message, Instant At) : ITicketEvent;

/// <summary>A mail of ours did not reach the customer.</summary>
/// <param name="Message">The answer that it carried; null: the acknowledgement.</param>
/// <param name="Status">RFC 3463, such as <c>5.1.1</c>.</param>
/// <param name="Words">What the mail server said, which may name an address.</param>
/// <param name="IsForGood">False: it goes on trying.</param>
/// <param name="At">When we learnt of it.</param>
public sealed record MailUndelivered(MessageId? Message, string Status, [property: PersonalData] string Words, bool IsForGood, Instant At) : ITicketEvent;

/// <summary>A mail about this ticket was kept but starts no wait, since no person wrote it, or they may not.</summary>
/// <param name="Mail">Under which it is found among the mails that were held back.</param>
/// <param name="At">When it came in.</param>
public sealed record MailHeldBack(Guid Mail, HeldBackReason Reason, Instant At) : ITicketEvent;

/// <summary>An agent says that a person wrote a mail that was held back: it is a message of this ticket from here on.</summary>
/// <param name="Mail">Under which it was found there; its message has the same id.</param>
public sealed record HeldMailOpened(Guid Mail, AgentId Agent, Instant At) : ITicketEvent;

/// <summary>The mail that opened this ticket came from an address that a clinic has. Anybody can write so: an agent decides.</summary>
/// <param name="ClinicName">As it was called then.</param>
public sealed record ClinicProposed(ClinicId Clinic, string ClinicName, Instant At) : ITicketEvent;

/// <summary>An agent says that it is the proposed clinic's request: tariff and promise of an open wait stay as they were.</summary>
public sealed record ClinicConfirmed(ClinicId Clinic, AgentId Agent, Instant At) : ITicketEvent;

/// <summary>An agent says that it is not, or not after all.</summary>
public sealed record ClinicDeclined(ClinicId Clinic, AgentId Agent, Instant At) : ITicketEvent;

/// <summary>The whole set of tags after a change.</summary>
public sealed record Tagged(IReadOnlyList<string> Tags, Actor By, Instant At) : ITicketEvent;

/// <summary>§1.3: the ticket waits for development.</summary>
/// <param name="Item">What it waits for; null for what was handed over before there were items.</param>
/// <param name="Title">What staff called that then; it may repeat the customer's words.</param>
public sealed record HandedToDevelopment(Actor By, Instant At, DevelopmentItemId? Item = null, [property: PersonalData] string? Title = null) : ITicketEvent;

/// <summary>A version came out that brings what the ticket waits for: its customer was told, and asked whether it helped.</summary>
/// <param name="Version">As they read it.</param>
public sealed record ReleaseTold(ReleaseId Release, string Version, Instant At) : ITicketEvent;

/// <summary>The ticket is answered.</summary>
public sealed record TicketResolved(Resolution How, Actor By, Instant At) : ITicketEvent;

/// <summary>The customer said whether the resolution helped; if it did not, the ticket is open again.</summary>
public sealed record ResolutionAnswered(bool Helped, Instant At) : ITicketEvent;

/// <summary>The customer rated how the ticket was resolved; said again within a day, it takes the place of what was said.</summary>
/// <param name="Stars">1 to 5.</param>
/// <param name="Comment">Null: none.</param>
/// <param name="At">When.</param>
public sealed record ResolutionRated(int Stars, [property: PersonalData] string? Comment, Instant At) : ITicketEvent;

/// <summary>The ticket is open again.</summary>
public sealed record TicketReopened(Actor By, Instant At) : ITicketEvent;

/// <summary>The ticket is over for good.</summary>
public sealed record TicketClosed(Actor By, Instant At) : ITicketEvent;

/// <summary>A second problem became a ticket of its own.</summary>
public sealed record TicketSplit(TicketId Into, string IntoNumber, Actor By, Instant At) : ITicketEvent;

/// <summary>This ticket went on in another one and is closed; streams are never re-sequenced.</summary>
public sealed record TicketMerged(TicketId Into, string IntoNumber, Actor By, Instant At) : ITicketEvent;

/// <summary>
/// A site has said whose request it is: the ticket goes on in that user's thread. What was written before stays in the thread
/// <paramref name="From"/>, in its order; no browser shows that one any more.
/// </summary>
/// <param name="Clinic">The user's: tariff and promise of an open wait stay as they were.</param>
public sealed record TicketLinked(ConversationId From, ConversationId Conversation, VisitorId Visitor, ClinicId? Clinic, Instant At) : ITicketEvent;

/// <summary>
/// The customer was erased: what this stream held of them is masked in every earlier event. Nothing else changes, but
/// whatever was decided on the ticket before is refused as out of date, and cannot bring a text back.
/// </summary>
public sealed record TicketErased(Actor By, Instant At) : ITicketEvent;
