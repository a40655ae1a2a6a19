using System.Globalization;
using iStom.Chat.Domain;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Privacy;

/// <summary>A line of the erasure ledger: ids and an instant, never content.</summary>
/// <param name="At">When it was asked for.</param>
/// <param name="Visitor">Who was erased.</param>
/// <param name="By">Who asked for it; nobody: it had been kept for long enough.</param>
public sealed record ErasureEntry(Instant At, VisitorId Visitor, AgentId By)
{
    /// <summary>Had been kept for long enough.</summary>
    public static ErasureEntry OfDesk(Instant at, VisitorId visitor) => new(at, visitor, default);

    /// <summary>Whether nobody asked for it.</summary>
    public bool IsOfDesk => By == default;

    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'");

    /// <summary>Every line has this length, so that one which a crash has cut short is known by it.</summary>
    public static int Length { get; } = new ErasureEntry(NodaConstants.UnixEpoch, default, default).ToString().Length;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Pattern.Format(At)} {Visitor.Value:D} {By.Value:D}");

    /// <summary>Reads a whole line.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ErasureEntry Parse(string line) => line.Split(' ') is [var at, var visitor, var by]
        ? new(Pattern.Parse(at).GetValueOrThrow(), new(Guid.ParseExact(visitor, "D")), new(Guid.ParseExact(by, "D")))
        : throw new FormatException("An erasure is an instant and two ids.");
}
