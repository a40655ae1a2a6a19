using System.Text;
using System.Text.Json;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>
/// All that others build on, in one approved text: what changes it changes for them. Calls and messages of the hubs with their
/// types, codes, routes, stored events with their properties, and what a host page may say.
/// </summary>
public sealed class PublicContractTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly string FilePath = Repository.PathTo("tests", "iStom.Chat.Server.Tests", "Contract", "public-contract.approved.txt");

    [Fact]
    public void The_approved_contract_is_what_the_code_says()
    {
        var text = new StringBuilder();
        foreach (var hub in new[] { "VisitorHub", "VisitorClient", "AgentHub", "AgentClient" })
        {
            Write(text, hub, TypeScriptContract.MethodsOf(hub));
        }

        Write(text, "Types", TypeScriptContract.WriteTypes().Split('\n'));
        Write(text, "Codes", RefusalCodes.OnTheWire);
        Write(text, "Routes", HttpRoutes.Of(Server).Where(route => !route.Contains("/demo/", StringComparison.Ordinal)));
        Write(text, "Stored events", EventTypes.All().OrderBy(EventTypes.NameOf, StringComparer.Ordinal).Select(type => $"{EventTypes.NameOf(type)}: {string.Join(", ", PropertiesOf(type))}"));
        Write(text, "Host page: methods", HostPage.Methods);
        Write(text, "Host page: events", HostPage.Events);
        Write(text, "Host page: settings", HostPage.Settings);

        Approved.FileShouldBe(FilePath, text.ToString());
    }

    private static void Write(StringBuilder text, string heading, IEnumerable<string> lines) =>
        text.Append("# ").Append(heading).Append('\n').AppendJoin('\n', lines).Append("\n\n");

    /// <summary>Every property of an event's JSON as a path, from its stored sample.</summary>
    private static IEnumerable<string> PropertiesOf(Type type)
    {
        var sample = Repository.PathTo("tests", "iStom.Chat.Server.Tests", "Storage", "Samples", $"{EventTypes.NameOf(type)}.json");
        using var json = JsonDocument.Parse(File.ReadAllText(sample));
        return [.. Paths(json.RootElement.Clone(), "")];
    }

    private static IEnumerable<string> Paths(JsonElement value, string path) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(property => Paths(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
        : [$"{path} ({value.ValueKind switch { JsonValueKind.True or JsonValueKind.False => "boolean", var kind => kind.ToString().ToLowerInvariant() }})"];
}
