using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>The instant by which a person must react, with how it was reached.</summary>
/// <param name="Level">Which budget was given.</param>
/// <param name="Start">From which instant the budget was counted, as stated: it may lie outside working hours.</param>
/// <param name="Due">The last instant in time, floored to the minute: a reaction at exactly this instant is in time.</param>
/// <param name="AtRiskAt">From this instant on, the remaining counted time is no more than the level's guard.</param>
/// <param name="RegulationEdition">The edition of the regulation it was made on.</param>
/// <param name="CalendarEdition">The edition of the production calendar it was made on: that of its year, or of both years over New Year.</param>
/// <param name="Provisional">
/// The calendar of a year that it touches has no decree yet; recomputed on import. Never so on a level that is counted
/// round the clock: no calendar can move it.
/// </param>
public sealed record Promise(
    SupportLevel Level,
    Instant Start,
    Instant Due,
    Instant AtRiskAt,
    string RegulationEdition,
    string CalendarEdition,
    bool Provisional);
