using iStom.Chat.Domain.Phone;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>The visitor has asked to be called back.</summary>
/// <param name="Number">As they wrote it.</param>
/// <param name="Time">When they would like it.</param>
/// <param name="At">When they asked.</param>
public sealed record Callback([property: PersonalData] string Number, CallbackTime Time, Instant At);
