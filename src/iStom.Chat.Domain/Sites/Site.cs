using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Sites;

/// <summary>A site that embeds the panel (§3.1).</summary>
/// <param name="Id">Which site.</param>
/// <param name="Key">Its short name in the embedding snippet, for ever: tickets have it.</param>
/// <param name="Name">As people know it: <c>i-stom.ru</c>.</param>
/// <param name="Origins">The exact origins whose pages may frame the panel for it; none: nobody may.</param>
public sealed record Site(SiteId Id, string Key, string Name, IReadOnlyList<string> Origins) : IKept
{
    /// <summary>Most keys that are believed at a time: the old one and the new one.</summary>
    public const int MostKeys = 2;

    /// <summary>Behind the panel's heading, as <c>#0b5563</c>; null: the product's own.</summary>
    public string? Colour { get; init; }

    /// <summary>The panel's heading; empty: the product's own.</summary>
    public LocalizedName Title { get; init; } = new("", "");

    /// <summary>What an empty panel says; empty: the product's own.</summary>
    public LocalizedName Greeting { get; init; } = new("", "");

    public SitePosition Position { get; init; }

    /// <summary>What visitors are told about their personal data.</summary>
    public PrivacyNotice Notice { get; init; } = PrivacyNotice.None;

    /// <summary>Retired ones too, oldest first.</summary>
    public IReadOnlyList<SigningKey> Keys { get; init; } = [];

    Guid IKept.Key => Id.Value;

    string IKept.Title => Name;

    public IEnumerable<SigningKey> ActiveKeys => Keys.Where(key => key.RetiredAt is null);

    /// <summary>One key more. Refuses <c>too-many-keys</c>.</summary>
    public Decision<Site> With(SigningKey key) => ActiveKeys.Count() >= MostKeys ? SiteRefusals.TooManyKeys : this with { Keys = [.. Keys, key] };

    /// <summary>The key is believed no more; again: nothing new. Refuses <c>signing-key-not-found</c>.</summary>
    public Decision<Site> Without(SigningKeyId id, Instant now) => Keys.All(key => key.Id != id)
        ? SiteRefusals.KeyNotFound
        : this with { Keys = [.. Keys.Select(key => key.Id == id ? key with { RetiredAt = key.RetiredAt ?? now } : key)] };
}
