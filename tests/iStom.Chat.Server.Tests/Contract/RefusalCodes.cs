using System.Text.RegularExpressions;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>The codes of refusals that stand in the product's sources.</summary>
internal static partial class RefusalCodes
{
    /// <summary>Words of the same form that are something else: headers, settings, verbs and causes of health.</summary>
    private static readonly string[] OtherWords =
    [
        "no-cache", "no-store", "no-referrer", "same-origin", "cross-origin", "color-scheme", "date-time", "sign-ins", "paid-support", "api-key", "demo-password", "site-signing",
        "i-stom", "istom-chat", "istom-frame", "create-administrator", "import-manual", "replay-erasures", "not-ready",
        "utf-8", "regulation-1", "us-east-1", "outbox-stuck", "migration-newer", "migration-missing", "database-unreachable", "check-failed", "calendar-missing", "paid-shift-empty", "recompute-promises", "delete-attachment", "tell-of-release", "development-hook",
        "mailbox-paused", "mailbox-missing", "server-left-alone", "timed-out", "secret-lost", "address-unusable",
        "remote-access", "close-teamviewer",
    ];

    /// <summary>Of decisions of the domain that no call reaches yet.</summary>
    private static readonly string[] NotReached = ["too-many-tags", "merge-with-itself", "merge-across-conversations"];

    /// <summary>Folders in which no call is refused: what the build makes, and mail, whose words are those of headers and mail servers.</summary>
    private static readonly string[] NotOurs = ["obj", "Email"];

    /// <summary>Every code that a client may meet, each once.</summary>
    public static IReadOnlyList<string> OnTheWire { get; } =
        [.. InSources().Except([.. OtherWords, .. NotReached], StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Words with a hyphen wherever they stand, so that none is missed; those without where a refusal is made.</summary>
    private static IEnumerable<string> InSources() => Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !NotOurs.Any(folder => file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        .Select(File.ReadAllText)
        .SelectMany(text => Hyphenated().Matches(text).Concat(Plain().Matches(text)))
        .Select(match => match.Groups["code"].Value)
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!\$)""(?<code>[a-z][a-z0-9]*(-[a-z0-9]+)+)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Hyphenated();

    [GeneratedRegex(@"(Refusal(\? \w+)?( \w+ = new)?|From\(new|ErrorCode|Status\d+\w+,) ?\(?""(?<code>[a-z][a-z0-9]*)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Plain();
}
