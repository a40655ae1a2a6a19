using System.Text.RegularExpressions;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>What a host page may say to the lifebuoy and hear of it, from the types that the loader is compiled against.</summary>
internal static partial class HostPage
{
    public static IReadOnlyList<string> Methods { get; } = MembersOf("page.ts", "PageMethods");

    public static IReadOnlyList<string> Settings { get; } = MembersOf("page.ts", "PageSettings");

    /// <summary>The lifebuoy's own, and those that the panel tells through it.</summary>
    public static IReadOnlyList<string> Events { get; } = [.. MembersOf("page.ts", "PageEvents"), .. MembersOf("frame.ts", "PanelEvents")];

    /// <summary>The name at the beginning of a member.</summary>
    public static string NameOf(string member) => Word().Match(member).Value;

    /// <summary>As they are written: <c>prefill(text: string): void</c>.</summary>
    private static IReadOnlyList<string> MembersOf(string file, string name)
    {
        var text = File.ReadAllText(Repository.PathTo("widget", "src", "contract", file));
        var body = Regex.Match(text, $@"export interface {name}[^{{]*{{\n(?<body>[\s\S]*?)\n}}", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1)).Groups["body"].Value;
        return [.. body.Split('\n').Select(line => line.Trim()).Where(line => Word().IsMatch(line)).Select(line => line.TrimEnd(';'))];
    }

    [GeneratedRegex(@"^\w+", RegexOptions.None, 2000)]
    private static partial Regex Word();
}
