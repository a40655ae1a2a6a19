using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Development;

/// <summary>A version came out: whoever waits for one of its items is told, once, and asked whether it helped.</summary>
/// <param name="Id">Chosen by the caller; a retry repeats it.</param>
/// <param name="Version">As customers read it; <see cref="ProgramVersion"/> understands it.</param>
/// <param name="Items">What it brings.</param>
/// <param name="Text">What each customer is told; <c>{number}</c> is their ticket's, <c>{version}</c> the version.</param>
/// <param name="Update">How to come by it, told besides to whose clinic has an older version, or one that nobody knows.</param>
public sealed record ProgramRelease(ReleaseId Id, string Version, IReadOnlyList<DevelopmentItemId> Items, LocalizedName Text, LocalizedName Update) : IKept
{
    Guid IKept.Key => Id.Value;

    string IKept.Title => Version;

    /// <summary>What a customer is told.</summary>
    /// <param name="number">Their ticket's.</param>
    /// <param name="installed">What their clinic has; null: nobody knows.</param>
    public LocalizedName TextFor(string number, string? installed)
    {
        var isOlder = ProgramVersion.Read(installed) is not { } has || has.IsOlderThan(ProgramVersion.Read(Version)!);
        return new(Filled(Text.Russian, isOlder ? Update.Russian : ""), Filled(Text.English, isOlder ? Update.English : ""));

        string Filled(string text, string update) => (update.Length == 0 ? text : $"{text}\n\n{update}")
            .Replace("{number}", number, StringComparison.Ordinal).Replace("{version}", Version, StringComparison.Ordinal);
    }
}
