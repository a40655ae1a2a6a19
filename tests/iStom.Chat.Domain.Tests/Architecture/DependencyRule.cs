using System.Text.RegularExpressions;

namespace iStom.Chat.Domain.Tests.Architecture;

/// <summary>
/// What each folder may import, besides its own types and those right in its project. A new folder needs a row; whoever
/// adds one decides where it stands.
/// </summary>
internal sealed partial class DependencyRule
{
    private static readonly string[] Domain = ["Domain", "Domain.Attachments", "Domain.Regulation", "Domain.Clinics", "Domain.Integrations", "Domain.Mail", "Domain.Manual", "Domain.Sites", "Domain.Wording", "Domain.People", "Domain.Phone", "Domain.Conversations", "Domain.Tickets", "Domain.Queue", "Domain.Alarms", "Domain.Privacy", "Domain.Development", "Domain.RemoteSupport"];
    private static readonly string[] Features = ["Server.Conversations", "Server.Tickets", "Server.Queue", "Server.Agents", "Server.Alarms", "Server.Privacy", "Server.Audit", "Server.Regulation", "Server.Clinics", "Server.Integrations", "Server.Search", "Server.Manual", "Server.Sites", "Server.Wording", "Server.Visitors", "Server.Attachments", "Server.Mailboxes", "Server.Development", "Server.Calls", "Server.RemoteSupport"];
    private static readonly string[] BelowFeatures = [.. Domain, "Server.Storage", "Server.Hosting", "Server.Contract"];

    /// <summary>The table: folder → what it may import.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Domain.Attachments"] = ["Domain"],
        ["Domain.Regulation"] = ["Domain"],
        ["Domain.Clinics"] = ["Domain", "Domain.Regulation", "Domain.Conversations"],
        ["Domain.Integrations"] = ["Domain"],
        ["Domain.Mail"] = ["Domain", "Domain.Regulation", "Domain.Conversations"],
        ["Domain.Manual"] = ["Domain", "Domain.Regulation", "Domain.Conversations"],
        ["Domain.Sites"] = ["Domain", "Domain.Regulation", "Domain.Conversations"],
        ["Domain.Wording"] = ["Domain", "Domain.Regulation", "Domain.Conversations"],
        ["Domain.People"] = ["Domain"],
        ["Domain.Phone"] = ["Domain"],
        ["Domain.Conversations"] = ["Domain", "Domain.Regulation", "Domain.Attachments", "Domain.Phone"],
        ["Domain.Tickets"] = ["Domain", "Domain.Regulation", "Domain.Conversations", "Domain.Attachments", "Domain.Phone"],
        ["Domain.Queue"] = ["Domain", "Domain.Regulation", "Domain.Tickets"],
        ["Domain.Privacy"] = ["Domain"],
        ["Domain.Alarms"] = ["Domain", "Domain.Regulation", "Domain.Tickets"],
        ["Domain.Development"] = ["Domain", "Domain.Regulation", "Domain.Conversations"],
        ["Domain.RemoteSupport"] = ["Domain"],
        ["Server.Storage"] = Domain,
        ["Server.Email"] = Domain,
        ["Server.Hosting"] = [.. Domain, "Server.Storage"],
        ["Server.Contract"] = [.. Domain, "Server.Storage", "Server.Hosting"],
        ["Server.Conversations"] = BelowFeatures,
        ["Server.Tickets"] = BelowFeatures,
        ["Server.Queue"] = BelowFeatures,
        ["Server.Agents"] = BelowFeatures,
        ["Server.Alarms"] = BelowFeatures,
        ["Server.Privacy"] = BelowFeatures,
        ["Server.Audit"] = BelowFeatures,
        ["Server.Regulation"] = BelowFeatures,
        ["Server.Clinics"] = BelowFeatures,
        ["Server.Integrations"] = BelowFeatures,
        ["Server.Search"] = BelowFeatures,
        ["Server.Manual"] = BelowFeatures,
        ["Server.Sites"] = BelowFeatures,
        ["Server.Wording"] = BelowFeatures,
        ["Server.Visitors"] = BelowFeatures,
        ["Server.Attachments"] = BelowFeatures,
        ["Server.Mailboxes"] = [.. BelowFeatures, "Server.Email"],
        ["Server.Development"] = BelowFeatures,
        ["Server.Calls"] = BelowFeatures,
        ["Server.RemoteSupport"] = BelowFeatures,
        ["Server.Operations"] = [.. BelowFeatures, .. Features],
        ["Server.Hubs"] = [.. BelowFeatures, .. Features],
        ["Server.Pages"] = [.. BelowFeatures, .. Features, "Server.Hubs"],
        ["Server.Demo"] = [.. BelowFeatures, .. Features, "Server.Pages"],
        ["Server"] = [.. BelowFeatures, .. Features, "Server.Hubs", "Server.Pages", "Server.Demo", "Server.Operations"],
    };

    /// <summary>Where only some types of a folder may be used.</summary>
    public static IReadOnlyDictionary<(string From, string To), string[]> Only { get; } = new Dictionary<(string, string), string[]>
    {
        [("Domain.Tickets", "Domain.Conversations")] = ["MessageText"],
        [("Domain.Mail", "Domain.Conversations")] = ["MessageText"],
        [("Domain.Development", "Domain.Conversations")] = ["MessageText", "ConversationRefusals"],
        [("Domain.Manual", "Domain.Conversations")] = ["MessageText", "ConversationRefusals"],
        [("Domain.Sites", "Domain.Conversations")] = ["MessageText", "ConversationRefusals"],
        [("Domain.Wording", "Domain.Conversations")] = ["MessageText", "ConversationRefusals"],
        [("Domain.Clinics", "Domain.Conversations")] = ["MessageText", "ConversationRefusals"],
    };

    private readonly Dictionary<string, string[]> _typesOf;

    /// <param name="sources">All of the product, so that names can be told from words.</param>
    public DependencyRule(IEnumerable<SourceFile> sources) => _typesOf = sources
        .GroupBy(file => file.Area, StringComparer.Ordinal)
        .ToDictionary(area => area.Key, area => area.SelectMany(file => file.TopLevelTypes).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>A sentence for each thing in the file that the table does not allow.</summary>
    public IEnumerable<string> Violations(SourceFile file)
    {
        if (!Rows.TryGetValue(file.Area, out var allowed))
        {
            return [$"{file.Path}: {file.Area} has no row in the table of what may import what"];
        }

        return Imports(file).Where(area => area != file.Area && !allowed.Contains(area, StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal).Select(area => $"{file.Path}: {file.Area} may not import {area}")
            .Concat(Strays(file)).Concat(Hidden(file));
    }

    /// <summary>Areas that the file names: in a using of any form, or in front of a type.</summary>
    private IEnumerable<string> Imports(SourceFile file)
    {
        var project = file.Area.Split('.')[0];
        var whole = FullName().Matches(file.Code).Select(match => AreaOf(match.Groups["project"].Value, match.Groups["folder"].Value));
        var relative =
            from match in RelativeName().Matches(file.Code)
            let area = $"{(match.Groups["project"].Success ? match.Groups["project"].Value : project)}.{match.Groups["folder"].Value}"
            where _typesOf.TryGetValue(area, out var types) && types.Contains(match.Groups["type"].Value, StringComparer.Ordinal)
            select area;
        return whole.Concat(relative);
    }

    /// <summary>Types of a folder of which only some may be used, in a file that imports it.</summary>
    private IEnumerable<string> Strays(SourceFile file) =>
        from only in Only
        where only.Key.From == file.Area && Imports(file).Contains(only.Key.To, StringComparer.Ordinal)
        from type in _typesOf[only.Key.To].Except(only.Value, StringComparer.Ordinal)
        where Regex.IsMatch(file.Code, $@"\b{type}\b", RegexOptions.None, TimeSpan.FromMinutes(1))
        select $"{file.Path}: {file.Area} may use only {string.Join(", ", only.Value)} of {only.Key.To}, not {type}";

    /// <summary>What would pass the table by: a using for every file, or a namespace that is not the folder's.</summary>
    private static IEnumerable<string> Hidden(SourceFile file)
    {
        if (GlobalUsing().IsMatch(file.Code))
        {
            yield return $"{file.Path}: a global using imports into every folder";
        }

        var folder = $"iStom.Chat.{file.Area}";
        if (file.Namespace is { } name && name != folder && !name.StartsWith(folder + ".", StringComparison.Ordinal))
        {
            yield return $"{file.Path}: namespace {name} is not that of its folder, {folder}";
        }
    }

    private string AreaOf(string project, string folder) => _typesOf.ContainsKey($"{project}.{folder}") ? $"{project}.{folder}" : project;

    [GeneratedRegex(@"(?<!namespace\s+)iStom\.Chat\.(?<project>Domain|Server)(?:\.(?<folder>\w+))?", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.])(?:(?<project>Domain|Server)\.)?(?<folder>\w+)\.(?:\w+\.)?(?<type>[A-Z]\w*)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex RelativeName();

    [GeneratedRegex(@"^global using .*iStom", RegexOptions.Multiline, 2000)]
    private static partial Regex GlobalUsing();
}
