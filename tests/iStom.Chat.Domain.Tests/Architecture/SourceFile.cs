using System.Text.RegularExpressions;

namespace iStom.Chat.Domain.Tests.Architecture;

/// <summary>A C# file, read as far as the rules need it.</summary>
/// <param name="Path">From the root of the checkout, with slashes.</param>
/// <param name="Text">As it is.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Without comments and string literals, which depend on nothing.</summary>
    public string Code { get; } = NoCode().Replace(Text, " ");

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary><c>src/iStom.Chat.Server/Hosting/Commands/Measure.cs</c> → <c>Server.Hosting</c>; right below the project: <c>Server</c>.</summary>
    public string Area
    {
        get
        {
            var parts = Path.Split('/');
            var project = parts[1].Split('.')[^1];
            return parts.Length > 3 ? $"{project}.{parts[2]}" : project;
        }
    }

    public string? Namespace => NamespaceLine().Match(Code) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Types that begin at the left margin, public or not.</summary>
    public IEnumerable<string> TopLevelTypes => TypeLine().Matches(Code).Select(match => match.Groups["name"].Value);

    public IEnumerable<string> PublicTopLevelTypes =>
        TypeLine().Matches(Code).Where(match => match.Value.StartsWith("public ", StringComparison.Ordinal)).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("\"{3}[\\s\\S]*?\"{3}|@\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.[^']*|[^'\\\\])'|//[^\\n]*|/\\*[\\s\\S]*?\\*/", RegexOptions.None, 2000)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(?:[a-z]+ )*(?:class|record struct|record|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex TypeLine();
}
