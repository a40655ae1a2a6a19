using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Sites;

/// <summary>What a visitor is told about their personal data before they write.</summary>
/// <param name="Text">Empty: nothing is told.</param>
/// <param name="Link">Where all of it stands, as <c>https://example.org/privacy</c>; null: nowhere.</param>
/// <param name="NeedsConsent">Nobody writes for the first time who has not agreed.</param>
public sealed record PrivacyNotice(LocalizedName Text, string? Link, bool NeedsConsent)
{
    public static PrivacyNotice None { get; } = new(new("", ""), Link: null, NeedsConsent: false);

    public bool IsGiven => Text.Russian.Length > 0 || Text.English.Length > 0;

    /// <summary>In the reader's language, or in the other where there is no text in theirs.</summary>
    public string TextFor(Language language) => Text.In(language) is { Length: > 0 } own ? own : Text.Russian.Length > 0 ? Text.Russian : Text.English;
}
