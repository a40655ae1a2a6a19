using NodaTime;

namespace iStom.Chat.Domain.People;

/// <summary>A Paid shift has nobody.</summary>
/// <param name="From">When the shift begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="IsAbsence">Somebody who may is planned for it, and nobody is at the desk; otherwise there is nobody even in the plan.</param>
public sealed record PaidGap(Instant From, Instant Until, bool IsAbsence);
