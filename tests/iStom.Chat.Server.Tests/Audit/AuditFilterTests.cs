using System.Text.RegularExpressions;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Audit;

/// <summary>Whatever the server writes into the audit can be looked for on the desk.</summary>
public sealed partial class AuditFilterTests
{
    [Fact]
    public void The_desks_filter_offers_each_kind_that_is_kept_and_no_other()
    {
        var source = File.ReadAllText(Repository.PathTo("widget", "src", "console", "settings", "audit", "AuditFilters.tsx"));
        var offered = Name().Matches(List().Match(source).Groups["names"].Value).Select(match => match.Groups["name"].Value);

        offered.ShouldBe(typeof(IKept).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IKept)) && type.IsClass).Select(type => type.Name), ignoreOrder: true);
    }

    [GeneratedRegex(@"const kinds = \[(?<names>[^\]]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex List();

    [GeneratedRegex(@"'(?<name>\w+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
