using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>One stretch of a working day on the wall clock; an end at 0:00 is 24:00.</summary>
public sealed record WorkingHours(LocalTime From, LocalTime Until);
