using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Development;

/// <summary>What items and releases must be.</summary>
public static class DevelopmentRules
{
    /// <summary>Longest title, key or version, in UTF-16 code units.</summary>
    public const int LongestLine = 200;

    /// <summary>Longest address, in UTF-16 code units.</summary>
    public const int LongestLink = 500;

    /// <summary>Longest text to a customer, in UTF-16 code units.</summary>
    public const int LongestText = 2000;

    /// <summary>Most items of one version.</summary>
    public const int MostItems = 100;

    /// <summary>The item as it is kept: outer white space gone, what is empty null. Refuses <c>name-missing</c> without a title.</summary>
    public static Decision<DevelopmentItem> Accept(DevelopmentItem wished)
    {
        var item = wished with
        {
            Title = wished.Title.Trim(), Description = wished.Description.ReplaceLineEndings("\n").Trim(),
            PlannedVersion = Trimmed(wished.PlannedVersion), Link = Trimmed(wished.Link), ExternalKey = Trimmed(wished.ExternalKey),
        };
        string?[] lines = [item.Title, item.PlannedVersion, item.ExternalKey];
        return item.Title.Length == 0 ? new Refusal("name-missing", DevelopmentRefusals.Property("Title"))
            : item.Link is { } link && !IsLink(link) ? DevelopmentRefusals.LinkMalformed with { Detail = DevelopmentRefusals.Property("Link") }
            : (lines.OfType<string>().Select(RefusalOfLine).FirstOrDefault(refusal => refusal is not null) ?? MessageText.Accept(item.Description, mayBeEmpty: true).Refusal) is { } refusal ? refusal
            : item;
    }

    /// <summary>What staff change of an item. What was released stays as its customers were told.</summary>
    public static Refusal? RefusalToChange(DevelopmentItem? before, DevelopmentItem wished) =>
        before is { State: DevelopmentState.Released } ? DevelopmentRefusals.Released
        : wished.State == DevelopmentState.Released ? DevelopmentRefusals.ReleaseMissing
        : null;

    /// <summary>The release as it is made.</summary>
    public static Decision<ProgramRelease> Accept(ProgramRelease wished)
    {
        var release = wished with
        {
            Version = wished.Version.Trim(), Items = [.. wished.Items.Distinct()], Text = Trimmed(wished.Text), Update = Trimmed(wished.Update),
        };
        return release.Version.Length > ProgramVersion.Longest || ProgramVersion.Read(release.Version) is null || RefusalOfLine(release.Version) is not null ? DevelopmentRefusals.VersionMalformed
            : release.Items.Count is 0 or > MostItems ? DevelopmentRefusals.ItemsOutOfRange
            : (RefusalOf(release.Text, mayBeEmpty: false) ?? RefusalOf(release.Update, mayBeEmpty: true)) is { } refusal ? refusal
            : release;
    }

    /// <summary>The item as a release leaves it.</summary>
    public static Decision<DevelopmentItem> Release(DevelopmentItem item, string version) => item.State switch
    {
        DevelopmentState.Released => DevelopmentRefusals.Released,
        DevelopmentState.Rejected => DevelopmentRefusals.Over,
        _ => item with { State = DevelopmentState.Released, ReleasedIn = version },
    };

    /// <summary>Whether it is an address that a browser may be sent to.</summary>
    public static bool IsLink(string link) => link.Length <= LongestLink && MessageText.IsWellFormed(link)
        && Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    internal static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static Refusal? RefusalOfLine(string line) =>
        line.Length > LongestLine ? ConversationRefusals.TextTooLong : line.Any(char.IsControl) || !MessageText.IsWellFormed(line) ? ConversationRefusals.TextMalformed : null;

    private static LocalizedName Trimmed(LocalizedName text) => new(text.Russian.ReplaceLineEndings("\n").Trim(), text.English.ReplaceLineEndings("\n").Trim());

    private static Refusal? RefusalOf(LocalizedName text, bool mayBeEmpty) => new[] { (text.Russian, "Russian"), (text.English, "English") }
        .Select(one => (one.Item1.Length > LongestText ? ConversationRefusals.TextTooLong : MessageText.Accept(one.Item1, mayBeEmpty).Refusal, one.Item2))
        .Where(one => one.Item1 is not null)
        .Select(one => one.Item1! with { Detail = DevelopmentRefusals.Property(one.Item2) })
        .FirstOrDefault();
}
