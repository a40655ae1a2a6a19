using System.Globalization;
using System.Text.RegularExpressions;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Sites;

/// <summary>What a site must be.</summary>
public static partial class SiteRules
{
    /// <summary>Longest name of a site, and longest heading of its panel, in UTF-16 code units.</summary>
    public const int LongestName = 60;

    /// <summary>Longest greeting, in UTF-16 code units.</summary>
    public const int LongestGreeting = 300;

    public const int MostOrigins = 20;

    /// <summary>Longest notice on personal data, and longest link in it, in UTF-16 code units.</summary>
    public const int LongestNotice = 500;

    /// <summary>WCAG 2.2, 1.4.3: of words to what is behind them.</summary>
    private const double LeastContrast = 4.5;

    /// <summary>Of the palest words of the panel's heading, #dcecef.</summary>
    private const double LuminanceOfWords = 0.808;

    /// <summary>The site as it is kept: outer white space gone, origins as browsers write them. Refuses with <see cref="SiteRefusals"/>.</summary>
    public static Decision<Site> Accept(Site wished)
    {
        var origins = wished.Origins.Where(origin => !string.IsNullOrWhiteSpace(origin)).Select(OriginOf).ToList();
        var site = wished with
        {
            Name = wished.Name.Trim(),
            Origins = [.. origins.OfType<string>().Distinct(StringComparer.Ordinal)],
            Colour = string.IsNullOrWhiteSpace(wished.Colour) ? null : wished.Colour.Trim().ToLowerInvariant(),
            Title = Trimmed(wished.Title),
            Greeting = Trimmed(wished.Greeting),
            Notice = wished.Notice with { Text = Trimmed(wished.Notice.Text), Link = string.IsNullOrWhiteSpace(wished.Notice.Link) ? null : wished.Notice.Link.Trim() },
        };
        return RefusalOf(site, origins) is { } refusal ? refusal : site;
    }

    /// <summary>An origin as browsers write it (RFC 6454 §6.2): small letters, Punycode, no slash; null for what is none.</summary>
    public static string? OriginOf(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
            ? $"{uri.Scheme}://{uri.IdnHost.ToLowerInvariant()}{(uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}"))}"
            : null;

    private static Refusal? RefusalOf(Site site, IReadOnlyCollection<string?> origins) => site switch
    {
        _ when !KeyForm().IsMatch(site.Key) => SiteRefusals.KeyMalformed,
        { Name.Length: 0 } => SiteRefusals.NameMissing,
        _ when origins.Any(origin => origin is null) => SiteRefusals.OriginMalformed,
        { Origins.Count: > MostOrigins } => SiteRefusals.TooManyOrigins,
        { Colour: { } colour } when !ColourForm().IsMatch(colour) => SiteRefusals.ColourMalformed,
        { Colour: { } colour } when (LuminanceOfWords + 0.05) / (Luminance(colour) + 0.05) < LeastContrast => SiteRefusals.ColourTooLight,
        _ => RefusalOf(LongestName, site.Name, site.Title.Russian, site.Title.English) ?? RefusalOf(LongestGreeting, site.Greeting.Russian, site.Greeting.English) ?? RefusalOf(site.Notice),
    };

    private static Refusal? RefusalOf(int longest, params IEnumerable<string> texts) => texts.Where(text => text.Length > 0)
        .Select(text => text.Length > longest ? ConversationRefusals.TextTooLong : MessageText.Accept(text).Refusal).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? RefusalOf(PrivacyNotice notice) => notice switch
    {
        { Link: { } link } when link.Length > LongestNotice || !Uri.TryCreate(link, UriKind.Absolute, out var target) || target.Scheme is not ("https" or "http") => SiteRefusals.LinkMalformed,
        { NeedsConsent: true, IsGiven: false } => SiteRefusals.NoticeMissing,
        _ => RefusalOf(LongestNotice, notice.Text.Russian, notice.Text.English),
    };

    private static LocalizedName Trimmed(LocalizedName text) => new(text.Russian.Trim(), text.English.Trim());

    /// <summary>WCAG 2.2, relative luminance.</summary>
    private static double Luminance(string colour) =>
        (0.2126 * Linear(colour[1..3])) + (0.7152 * Linear(colour[3..5])) + (0.0722 * Linear(colour[5..7]));

    private static double Linear(string hex)
    {
        var part = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z", RegexOptions.None, 1000)]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"\A#[0-9a-f]{6}\z", RegexOptions.None, 1000)]
    private static partial Regex ColourForm();
}
