using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>
/// Somebody calls, or has called just now. number: as it is read; null: withheld. tel: the link that calls it; null where it is no number that
/// can be called. missed: it ended, and nobody had answered. seconds: how long it lasted. name: a person who has the number. clinics: those that have it;
/// none: it is not known. tickets: open ones of theirs, newest first, at most 5.
/// </summary>
public sealed record CallView(
    Guid Id, string? Number, string? Tel, CallState State, bool Missed, Instant At, int? Seconds, string? Name, IReadOnlyList<ClinicView> Clinics, IReadOnlyList<CallTicket> Tickets);

/// <summary>An open ticket of whoever calls. holder: the agent who has it.</summary>
public sealed record CallTicket(Guid Id, string Number, string Preview, TicketStatus Status, string? Holder);

/// <summary>The visitor has asked to be called back, and nobody has spoken to them since. tel: the link that calls it; time: when they would like it.</summary>
public sealed record CallbackView(string Number, string? Tel, CallbackTime Time, Instant At);
