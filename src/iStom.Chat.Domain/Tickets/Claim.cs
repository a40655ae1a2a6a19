using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>Somebody said that this is restore-work (§2.2.2, §2.2.3).</summary>
/// <param name="Kind">What was said: <see cref="RequestKind.WorkStopped"/> or <see cref="RequestKind.CriticalError"/>.</param>
/// <param name="At">When it was said; a promise that follows from it runs from here.</param>
/// <param name="By">Whose word it is: the customer's, or an agent's on their behalf.</param>
/// <param name="Counts">False while an agent must decide first: lane and promise stay as they were.</param>
public sealed record Claim(RequestKind Kind, Instant At, Actor By, bool Counts);
