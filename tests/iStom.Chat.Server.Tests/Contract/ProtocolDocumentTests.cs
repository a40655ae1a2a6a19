using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using iStom.Chat.Server.Hosting;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>PROTOCOL.md says what there is, all of it, and nothing else.</summary>
public sealed partial class ProtocolDocumentTests(TestDatabase databases) : ServerTest(databases)
{
    private readonly ProtocolDocument _document = ProtocolDocument.Read();

    [Theory]
    [InlineData("Calls on /hubs/visitor", "VisitorHub")]
    [InlineData("Messages to a visitor", "VisitorClient")]
    [InlineData("Calls on /hubs/agent", "AgentHub")]
    [InlineData("Messages to an agent", "AgentClient")]
    public void Every_method_is_described(string section, string hub) =>
        _document.Methods(section).ShouldBe(TypeScriptContract.MethodsOf(hub), ignoreOrder: true);

    [Fact]
    public void The_types_are_those_of_the_code() =>
        Approved.ShouldBe(ProtocolDocument.FilePath, _document.Code(ProtocolDocument.Types), code => _document.WithCode(ProtocolDocument.Types, code), TypeScriptContract.WriteTypes());

    [Fact]
    public void Every_code_of_a_refusal_is_described() =>
        _document.Rows("Errors").Select(row => row[0].Trim('`')).ShouldBe(RefusalCodes.OnTheWire, ignoreOrder: true);

    [Fact]
    public async Task Every_code_has_the_status_that_http_answers_with_it()
    {
        var answered = await AnsweredOverHttpAsync();
        foreach (var row in _document.Rows("Errors"))
        {
            var code = row[0].Trim('`');
            var ofTheEdge = Problem.StatusOf(code) is not 400 and var status ? [status.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>();
            string[] expected = answered.TryGetValue(code, out var statuses) ? statuses : ofTheEdge;

            row[1].ShouldBe(expected is [] ? "–" : string.Join(", ", expected), code);
        }
    }

    [Fact]
    public void Calls_name_only_codes_that_are_described()
    {
        var known = RefusalCodes.OnTheWire;
        foreach (var section in new[] { "Calls", "Calls on /hubs/visitor", "Calls on /hubs/agent", "Connecting", "Hosts and origins" })
        {
            Code().Matches(_document.Section(section)).Select(match => match.Groups["code"].Value).ShouldBeSubsetOf(known, StringComparer.Ordinal);
        }
    }

    [Fact]
    public void Every_limit_is_told()
    {
        WireLimits.Unclassified.ShouldBeEmpty("Does a client meet it? Then it belongs into PROTOCOL.md and WireLimits.Told, else into WireLimits.Inner.");
        _document.Rows("Limits").Select(row => $"{Label(row[0])} = {row[1]}").ShouldBe(WireLimits.OnTheWire, ignoreOrder: true);
    }

    [Fact]
    public void Every_route_of_the_api_is_told_with_its_call()
    {
        var routes = HttpRoutes.Of(Server).Where(route => route.Contains(" /api/", StringComparison.Ordinal));
        _document.Rows("Over HTTP").Select(row => row[0].Trim('`')).ShouldBe(routes, ignoreOrder: true);
        var calls = TypeScriptContract.MethodsOf("AgentHub").Select(call => call.Split('(')[0]);
        _document.Rows("Over HTTP").Select(row => row[1].Trim('`')).Where(call => call.Length > 0).ShouldBeSubsetOf(calls, StringComparer.Ordinal);
    }

    [Fact]
    public void A_host_page_is_told_what_it_may_say_and_hear()
    {
        string[][] told = [.. _document.Tables("On a host page").Select(rows => rows.Select(row => row[0].Trim('`')).ToArray())];

        told[0].ShouldBe(HostPage.Methods.Select(HostPage.NameOf), ignoreOrder: true);
        told[1].ShouldBe(HostPage.Events.Select(HostPage.NameOf), ignoreOrder: true);
        told[2].ShouldBe(HostPage.Settings.Select(HostPage.NameOf), ignoreOrder: true);
    }

    /// <summary>A bucket is told by the setting's name and some words.</summary>
    private static string Label(string cell) => cell.StartsWith('`') ? cell.Split('`')[1] : cell;

    /// <summary>Each code with the statuses under which the OpenAPI document has it.</summary>
    private async Task<Dictionary<string, string[]>> AnsweredOverHttpAsync()
    {
        await using var visitor = new TestVisitor(Server);
        using var response = await visitor.HttpAsync(HttpMethod.Get, "/openapi/v1.json");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var pairs =
            from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            from answer in operation.Value.GetProperty("responses").EnumerateObject()
            where answer.Value.TryGetProperty("content", out var content) && content.TryGetProperty("application/problem+json", out _)
            from code in answer.Value.GetProperty("description").GetString()!.Split(", ")
            select (Code: code, Status: answer.Name);
        return pairs.Distinct().GroupBy(pair => pair.Code, pair => pair.Status, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }

    [GeneratedRegex("`(?<code>[a-z]+(-[a-z]+)+)`", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Code();
}
