using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>Somebody by id and shown name. Only staff see ids.</summary>
public sealed record Person(Guid Id, string Name);

/// <summary>The clinic of a verified user.</summary>
public sealed record ClinicView(string Name, string Tariff, SupportPlan Plan);

/// <summary>remaining: counted seconds left when the view was made, never below zero; countsNow: whether they are running.</summary>
public sealed record PromiseView(
    Instant Due, Instant Start, long Remaining, bool CountsNow, bool Provisional, IReadOnlyList<string> Explanation);

/// <summary>ahead is at most 50; more says that there are more than that.</summary>
public sealed record QueuePlaceView(int Ahead, bool More, Lane Lane, QueueReason Reason);

/// <summary>What a visitor may know of their ticket. version: of two views, the one with the higher version is newer.</summary>
public sealed record VisitorTicket(
    string Number,
    long Version,
    TicketStatus Status,
    RequestKind Kind,
    SupportLevel Level,
    Criticality Criticality,
    PromiseView? Promise,
    QueuePlaceView? Place,
    string? AgentName);

/// <summary>What staff see of a ticket. version: of two views, the one with the higher version is newer.</summary>
public sealed record AgentTicket(
    Guid Id,
    string Number,
    long Version,
    TicketStatus Status,
    RequestKind Kind,
    SupportLevel Level,
    Scope Scope,
    Criticality Criticality,
    PromiseView? Promise,
    Person? AssignedTo,
    Guid ConversationId,
    string? VisitorName,
    bool Verified,
    ClinicView? Clinic,
    string Site,
    string Preview,
    Instant OpenedAt);

/// <summary>One entry of the ticket's own stream: assignments, findings, notes. Never for visitors.</summary>
public sealed record TicketEventView(long Sequence, Instant At, string Type, string? By, string? Text);
