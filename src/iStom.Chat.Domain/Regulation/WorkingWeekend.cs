using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>A Saturday or Sunday on which everybody works, because its rest was moved.</summary>
/// <param name="Date">The working weekend day.</param>
/// <param name="RestMovedTo">The day off that was given for it.</param>
/// <param name="Decree">The decree that says so.</param>
public sealed record WorkingWeekend(LocalDate Date, LocalDate RestMovedTo, Decree? Decree);
