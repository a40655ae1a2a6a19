using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>Somebody by id and shown name. Only staff see ids.</summary>
public sealed record Person(Guid Id, string Name);

/// <summary>The clinic of a verified user.</summary>
public sealed record ClinicView(Guid Id, string Name, string Tariff, SupportPlan Plan);

/// <summary>remaining: counted seconds left when the view was made, never below zero; countsNow: whether they are running.</summary>
public sealed record PromiseView(
    Instant Due, Instant Start, long Remaining, bool CountsNow, bool Provisional, IReadOnlyList<string> Explanation);

/// <summary>ahead is at most 50; more says that there are more than that. critical: how many of those ahead are restore-work.</summary>
public sealed record QueuePlaceView(int Ahead, bool More, Lane Lane, QueueReason Reason, int Critical);

/// <summary>
/// What a visitor may know of their ticket. version: of two views, the one with the higher version is newer.
/// rejectionReason: why staff declined the latest claim of restore-work, if they did. feedback: null where nothing is resolved.
/// </summary>
public sealed record VisitorTicket(
    string Number,
    long Version,
    TicketStatus Status,
    RequestKind Kind,
    SupportLevel Level,
    Criticality Criticality,
    PromiseView? Promise,
    QueuePlaceView? Place,
    string? AgentName,
    string? RejectionReason,
    FeedbackView? Feedback);

/// <summary>What the visitor has said of a resolution: whether it helped, a rating of 1 to 5, a comment; null where nothing. open: a rating is still taken.</summary>
public sealed record FeedbackView(bool? Helped, int? Stars, string? Comment, bool Open);

/// <summary>A claim of restore-work that staff have not decided on. counts: lane and promise follow it already.</summary>
public sealed record ClaimView(RequestKind Kind, Instant At, bool ByVisitor, bool Counts);

/// <summary>Whether staff must confirm what the visitor says (§2.2.3).</summary>
public enum Confirmation
{
    /// <summary>There is nothing to confirm.</summary>
    None,

    /// <summary>It counts at once, and staff confirm it when they react.</summary>
    Later,

    /// <summary>Until staff confirm it, the promise is that of a question: another claim is open, or too many were rejected.</summary>
    First,
}

/// <summary>
/// A kind of request and what would follow from sending it now; the promise comes without its reasons. offer: how the customer's
/// tariff words what it does not serve; null where it serves the kind or says nothing of it.
/// </summary>
public sealed record KindOffer(RequestKind Kind, SupportLevel Level, Scope Scope, Confirmation Confirmation, PromiseView Promise, string? Offer);

/// <summary>
/// What staff see of a ticket. version: of two views, the one with the higher version is newer. verified: a site vouches for the
/// visitor; blocked: they may not write now. articles: what the manual had shown before they wrote. feedback: what
/// they have said of the latest resolution; null where nothing. developmentItem: what of development it waits for, or waited for last.
/// callback: they have asked to be called back, and nobody has spoken to them since. remote: the invitation to remote support that is open, if any.
/// </summary>
public sealed record AgentTicket(
    Guid Id,
    string Number,
    long Version,
    TicketStatus Status,
    RequestKind Kind,
    SupportLevel Level,
    Scope Scope,
    Criticality Criticality,
    ClaimView? Claim,
    PromiseView? Promise,
    Person? AssignedTo,
    Guid ConversationId,
    Guid VisitorId,
    string? VisitorName,
    bool Verified,
    bool Blocked,
    ClinicView? Clinic,
    ClinicProposalView? ClinicProposal,
    string Site,
    Channel Channel,
    string Preview,
    Instant OpenedAt,
    IReadOnlyList<ShownArticleView> Articles,
    FeedbackView? Feedback,
    Guid? DevelopmentItem = null,
    CallbackView? Callback = null,
    RemoteSessionView? Remote = null);

/// <summary>An invitation to remote support that is not over. asksForId: the visitor gives their own id. consentedAt, startedAt: null while they have not, while nobody is connected.</summary>
public sealed record RemoteSessionView(Guid Session, string Purpose, string AgentName, bool AsksForId, Instant InvitedAt, Instant? ConsentedAt, Instant? StartedAt);

/// <summary>The clinic that has the address from which a ticket's mail came: nobody vouches for it. confirmed: what an agent has said; null: nothing yet.</summary>
public sealed record ClinicProposalView(Guid Id, string Name, bool? Confirmed);

/// <summary>An article of the manual by its title of that time. read: the visitor opened it.</summary>
public sealed record ShownArticleView(Guid Id, string Title, bool Read);

/// <summary>One entry of the ticket's own stream: assignments, findings, notes. Never for visitors.</summary>
/// <param name="Sequence">Its place in the ticket's stream.</param>
/// <param name="At">When it happened.</param>
/// <param name="Type">The event's name.</param>
/// <param name="ByKind">Who did it; null where it follows from something else.</param>
/// <param name="By">The agent's name.</param>
/// <param name="About">Who or what else it is about: a colleague's name, the other ticket's number, the tags.</param>
/// <param name="Detail">A code: the new kind, how it was resolved, why it was released, why the promise changed.</param>
/// <param name="Text">What a person wrote: a note, a reason, what a call taught.</param>
/// <param name="Due">The promise that it made.</param>
/// <param name="Missed">The promise was missed by then.</param>
/// <param name="Messages">The entries of the conversation that a ticket is about which was split off.</param>
/// <param name="Attachments">The files of a note.</param>
/// <param name="Seconds">How long a call or remote support lasted; null: it never began.</param>
public sealed record TicketEventView(
    long Sequence,
    Instant At,
    string Type,
    ActorKind? ByKind = null,
    string? By = null,
    string? About = null,
    string? Detail = null,
    string? Text = null,
    Instant? Due = null,
    bool Missed = false,
    IReadOnlyList<Guid>? Messages = null,
    IReadOnlyList<AttachmentView>? Attachments = null,
    int? Seconds = null);
