using System.Globalization;

namespace iStom.Chat.Benchmarks.Measuring;

/// <summary>What the ratio of ours to theirs must come to.</summary>
/// <param name="Ratio">The first goal.</param>
/// <param name="IsLeast">Whether more is better.</param>
internal sealed record Goal(double Ratio, bool IsLeast)
{
    public static Goal AtLeast(double ratio) => new(ratio, IsLeast: true);

    public static Goal AtMost(double ratio) => new(ratio, IsLeast: false);

    public bool IsReachedBy(double ratio) => IsLeast ? ratio >= Ratio : ratio <= Ratio;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? "≥" : "≤")} {Ratio:0.##}");
}
