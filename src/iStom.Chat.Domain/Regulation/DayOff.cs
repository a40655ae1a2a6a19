using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>A day on which nobody works, and why.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">Why.</param>
/// <param name="MovedFrom">The date whose day off it is; only for the moved kinds.</param>
/// <param name="Name">The holiday; null for ordinary weekends and for what a decree moved.</param>
/// <param name="Decree">The decree that moved it; only for <see cref="DayOffKind.MovedByDecree"/>.</param>
public sealed record DayOff(
    LocalDate Date,
    DayOffKind Kind,
    LocalDate? MovedFrom = null,
    LocalizedName? Name = null,
    Decree? Decree = null);
