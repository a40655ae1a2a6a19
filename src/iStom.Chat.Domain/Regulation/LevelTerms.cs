using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>What the regulation promises on one level of support.</summary>
public sealed record LevelTerms
{
    /// <param name="level">The level.</param>
    /// <param name="clause">Where the regulation says so: "2.1".</param>
    /// <param name="budget">The greatest time until the reaction, in counted time; at least a minute.</param>
    /// <param name="guard">The ticket is at risk while no more counted time than this is left; at most the budget.</param>
    /// <param name="counting">Which time is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is below a minute, or the guard is negative or above the budget.</exception>
    public LevelTerms(SupportLevel level, string clause, Duration budget, Duration guard, Counting counting)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, Duration.FromMinutes(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(guard, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(guard, budget);
        (Level, Clause, Budget, Guard, Counting) = (level, clause, budget, guard, counting);
    }

    public SupportLevel Level { get; }

    /// <summary>The clause of the regulation, without the sign: "2.1".</summary>
    public string Clause { get; }

    /// <summary>The greatest time until the reaction, in counted time.</summary>
    public Duration Budget { get; }

    /// <summary>With this much counted time left, or less, the ticket is at risk.</summary>
    public Duration Guard { get; }

    public Counting Counting { get; }
}
