using System.Text.RegularExpressions;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>Log events are source-generated and numbered once and for all, and say nothing of persons. Read from the sources.</summary>
public sealed partial class LogEventTests
{
    /// <summary>Names of values that are a person's, or may hold one's words.</summary>
    private static readonly string[] Personal =
        ["text", "message", "email", "mail", "name", "phone", "address", "ip", "key", "password", "secret", "token", "cookie", "body", "subject", "comment", "query", "url", "connectionstring"];

    private static IEnumerable<(string File, string Code)> Sources => Directory
        .EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains("node_modules", StringComparison.Ordinal))
        .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)));

    [Fact]
    public void Numbers_are_given_once()
    {
        Sources.SelectMany(source => NumbersIn(source.Code)).Count().ShouldBeGreaterThan(10);
        Sources.SelectMany(source => NumbersIn(source.Code)).ShouldBeUnique();
        NumbersIn("[LoggerMessage(1, LogLevel.Error, \"a\")] [LoggerMessage(EventId = 1, Level = x)]").ShouldBe([1, 1]);
    }

    [Fact]
    public void Nothing_of_persons_is_logged()
    {
        Sources.SelectMany(source => PersonalIn(source.Code).Select(found => $"{source.File}: {found}")).ShouldBeEmpty();
        PersonalIn("[LoggerMessage(1, LogLevel.Error, \"Sent {Text} to {AgentEmail} by {Method}\")]").ShouldBe(["Text", "AgentEmail"]);
        PersonalIn("[LoggerMessage(1, LogLevel.Error, \"Sent\" + \" to {UserName}\")]").ShouldBe(["UserName"]);
    }

    [Fact]
    public void Every_event_has_a_number()
    {
        Sources.SelectMany(source => UnnumberedIn(source.Code).Select(found => $"{source.File}: {found}")).ShouldBeEmpty();
        UnnumberedIn("logger.LogWarning(\"x\"); _log.LogError(e, \"y\"); EmbeddedPostgresLog.Ready(logger); a.Logger.Log(LogLevel.Error, \"z\")")
            .ShouldBe(["LogWarning", "LogError", "Log"]);
        UnnumberedIn("[LoggerMessage(LogLevel.Error, \"x\")]").ShouldBe(["LoggerMessage"]);
    }

    private static IEnumerable<int> NumbersIn(string code) =>
        Number().Matches(code).Select(match => int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string> PersonalIn(string code) =>
        from declaration in Declaration().Matches(code)
        from value in Placeholder().Matches(declaration.Value)
        let name = value.Groups["name"].Value
        where LastWords(name).Any(word => Personal.Contains(word, StringComparer.OrdinalIgnoreCase))
        select name;

    private static IEnumerable<string> UnnumberedIn(string code) => Unnumbered().Matches(code).Select(match => match.Groups["call"].Value);

    /// <summary>The whole name, and what it ends in: AgentEmail is an Email.</summary>
    private static IEnumerable<string> LastWords(string name) => [name, Regex.Match(name, "[A-Z][a-z]+$", RegexOptions.None, TimeSpan.FromMinutes(1)).Value];

    [GeneratedRegex(@"\[LoggerMessage\((EventId\s*=\s*)?(?<number>\d+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\[LoggerMessage\(.*?\)\]", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 2000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.(?<call>Log(Trace|Debug|Information|Warning|Error|Critical))\(|[lL]og(ger)?\.(?<call>Log)\(|\[(?<call>LoggerMessage)\((?!(EventId\s*=\s*)?\d)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Unnumbered();
}
