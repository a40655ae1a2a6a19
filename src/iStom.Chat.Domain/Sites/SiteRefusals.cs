namespace iStom.Chat.Domain.Sites;

/// <summary>Why a site or its key cannot be kept as it was given.</summary>
public static class SiteRefusals
{
    public static readonly Refusal NotFound = new("site-not-found");

    /// <summary>Another site has this key.</summary>
    public static readonly Refusal KeyTaken = new("site-key-taken");

    /// <summary>Not small Latin letters, digits and hyphens.</summary>
    public static readonly Refusal KeyMalformed = new("site-key-malformed");

    public static readonly Refusal NameMissing = new("site-name-missing");

    /// <summary>Not like <c>https://example.org</c>.</summary>
    public static readonly Refusal OriginMalformed = new("origin-malformed");

    public static readonly Refusal TooManyOrigins = new("too-many-origins");

    /// <summary>Not like <c>#0b5563</c>.</summary>
    public static readonly Refusal ColourMalformed = new("colour-malformed");

    /// <summary>White words on it could not be read (WCAG 2.2, 1.4.3).</summary>
    public static readonly Refusal ColourTooLight = new("colour-too-light");

    /// <summary>Not like <c>https://example.org/privacy</c>.</summary>
    public static readonly Refusal LinkMalformed = new("link-malformed");

    /// <summary>Nobody can agree to what is not said.</summary>
    public static readonly Refusal NoticeMissing = new("notice-missing");

    /// <summary>Two are believed already: one is to be retired first.</summary>
    public static readonly Refusal TooManyKeys = new("too-many-keys");

    public static readonly Refusal KeyNotFound = new("signing-key-not-found");
}
