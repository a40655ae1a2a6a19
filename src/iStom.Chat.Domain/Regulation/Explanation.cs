using System.Collections.Immutable;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>How a promise was reached, step by step, in the order in which one tells it.</summary>
/// <param name="Zone">On whose clock the times are.</param>
/// <param name="Steps">From the level to the due instant.</param>
public sealed record Explanation(DateTimeZone Zone, ImmutableArray<ExplanationStep> Steps)
{
    /// <summary>The steps in plain words, a sentence each.</summary>
    public IReadOnlyList<string> Render(Language language)
    {
        var renderer = ExplanationRenderer.For(language);
        return [.. Steps.Select(step => renderer.Render(step, Zone))];
    }
}
