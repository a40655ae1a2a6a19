using System.Text.RegularExpressions;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>PROTOCOL.md, as far as machines can read it: its sections, their headings, tables and code.</summary>
internal sealed partial class ProtocolDocument
{
    public const string Types = "Types";

    private ProtocolDocument(string text) => Text = text;

    public static string FilePath { get; } = Repository.PathTo("src", "iStom.Chat.Server", "Hubs", "PROTOCOL.md");

    public string Text { get; }

    public static ProtocolDocument Read() => new(File.ReadAllText(FilePath));

    /// <summary>What stands between this heading of the second level and the next.</summary>
    public string Section(string heading)
    {
        var section = Text.Split("\n## ").Skip(1).SingleOrDefault(section => section.StartsWith($"{heading}\n", StringComparison.Ordinal));
        return section.ShouldNotBeNull($"PROTOCOL.md has no section “{heading}”")[(heading.Length + 1)..];
    }

    /// <summary>The methods that a section describes, each in a heading of its own.</summary>
    public string[] Methods(string section) => [.. Method().Matches(Section(section)).Select(match => match.Groups["name"].Value)];

    /// <summary>The cells of all tables of a section, the head apart.</summary>
    public IEnumerable<string[]> Rows(string section) => Tables(section).SelectMany(rows => rows);

    /// <summary>The rows of each table of a section, the head apart.</summary>
    public IReadOnlyList<string[][]> Tables(string section) =>
    [
        .. Table().Matches(Section(section)).Select(table => table.Groups["rows"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToArray()),
    ];

    /// <summary>The code block of a section.</summary>
    public string Code(string section) => Block().Match(Section(section)).Groups["code"].Value;

    /// <summary>The document with another code block in this section.</summary>
    public string WithCode(string section, string code) =>
        Text.Replace(Section(section), Block().Replace(Section(section), match => match.Value.Replace(match.Groups["code"].Value, code, StringComparison.Ordinal), 1), StringComparison.Ordinal);

    [GeneratedRegex(@"^### `(?<name>[^`]+)`$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Method();

    [GeneratedRegex(@"^\|[-|]+\|\n(?<rows>(\|.*\|\n)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^```\w*\n(?<code>[^`]*)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Block();
}
