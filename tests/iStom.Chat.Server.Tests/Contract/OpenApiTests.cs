using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>The OpenAPI document says what the HTTP side does: every route, in a form that tools read, and as it really answers.</summary>
public sealed partial class OpenApiTests(TestDatabase databases) : ServerTest(databases)
{
    /// <summary>Routes that are nobody's interface.</summary>
    private static readonly string[] NotDescribed = ["/", "/openapi/v1.json", "/demo/i-stom", "/demo/cloud", "/demo/support", "/demo/demo.css"];

    [Fact]
    public async Task Every_route_is_described_and_nothing_else()
    {
        using var document = await ReadAsync();

        var described = Operations(document).Select(operation => operation.Name);

        described.ShouldBe(HttpRoutes.Of(Server).Except(NotDescribed.Select(path => $"GET {path}"), StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public async Task Tools_can_read_it()
    {
        var read = OpenApiDocument.Parse(await TextAsync(Server.ChatOrigin), OpenApiConstants.Json);

        read.Diagnostic!.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        read.Diagnostic.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_route_has_a_name_words_an_answer_and_its_host()
    {
        using var document = await ReadAsync();
        var operations = Operations(document).ToList();

        operations.Select(operation => operation.Json.GetProperty("operationId").GetString()!).ShouldBeUnique(StringComparer.Ordinal);
        foreach (var (name, json) in operations)
        {
            json.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(name);
            json.GetProperty("responses").EnumerateObject().ShouldContain(response => response.Name.StartsWith('2'), name);
            json.GetProperty("servers").EnumerateArray().Select(server => server.GetProperty("url").GetString()).ShouldNotBeEmpty(name);
        }
    }

    [Fact]
    public async Task Every_route_of_the_api_says_what_it_asks_for()
    {
        using var document = await ReadAsync();
        foreach (var (name, json) in Operations(document).Where(operation => operation.Name.Contains(" /api/", StringComparison.Ordinal)))
        {
            var asked = json.TryGetProperty("security", out var security) && security.GetArrayLength() > 0
                ? string.Join('+', security[0].EnumerateObject().Select(scheme => scheme.Name))
                : "";

            asked.ShouldBe(
                name switch
                {
                    "POST /api/visitor/session" or "POST /api/account/sign-in" or "POST /api/account/passkey-sign-in" or "POST /api/account/passkey-sign-in/begin"
                        or "POST /api/account/invitation" or "POST /api/account/invitation/accept" or "POST /api/account/reset" or "POST /api/account/reset/use"
                        or "POST /api/mail/inbound" or "POST /api/development/inbound/{tracker}" or "POST /api/calls" => "",
                    _ when name.Contains(" /api/visitor/", StringComparison.Ordinal) => "visitor",
                    "PUT /api/clinics/{id}" => "program",
                    _ => name.StartsWith("GET", StringComparison.Ordinal) ? "agent" : "agent+antiforgery",
                },
                name);
        }
    }

    [Fact]
    public async Task Anybody_may_read_it_on_both_hosts_and_it_names_no_other()
    {
        var text = await TextAsync(Server.ChatOrigin);

        (await TextAsync(Server.DeskOrigin)).ShouldBe(text);
        Address().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).ShouldBe([Server.ChatOrigin, Server.DeskOrigin], ignoreOrder: true);
    }

    [Fact]
    public async Task Answers_and_refusals_are_as_described()
    {
        using var document = await ReadAsync();
        var described = new DescribedAnswers(document.RootElement);
        await using var visitor = await TestVisitor.OpenAsync(Server);
        var agent = Owned(new TestAgent(Server));
        async Task Check(TestClient client, HttpMethod method, string path, string route, int status, object? body = null)
        {
            using var response = await client.HttpAsync(method, path, body);
            var json = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            ((int)response.StatusCode).ShouldBe(status, $"{method} {path}: {json}");
            described.ShouldAllow(method, route, status, response.Content.Headers.ContentType?.MediaType, json);
        }

        Task Get(string path, string route, int status = 200) => Check(agent, HttpMethod.Get, path, route, status);
        Task Post(string path, string route, int status, object? body = null) => Check(agent, HttpMethod.Post, path, route, status, body);

        await Check(visitor, HttpMethod.Post, "/api/visitor/session", "/api/visitor/session", 200, new { site = "i-stom" });
        await Check(visitor, HttpMethod.Post, "/api/visitor/session", "/api/visitor/session", 404, new { site = "nowhere" });
        await Check(visitor, HttpMethod.Post, "/api/visitor/session", "/api/visitor/session", 400, new { site = 5 });
        await Check(visitor, HttpMethod.Post, "/api/visitor/articles/search", "/api/visitor/articles/search", 200, new { text = "чек" });
        await Check(visitor, HttpMethod.Get, $"/api/visitor/articles/{Guid.NewGuid()}", "/api/visitor/articles/{id}", 404);
        await Get("/api/queue", "/api/queue", 401);
        await Post("/api/account/sign-in", "/api/account/sign-in", 401, new { email = "nobody@example.org", password = "wrong" });
        await agent.SignIn((await Server.AddAgentAsync()).Email);
        await Post("/api/tickets/next", "/api/tickets/next", 400);
        await agent.TakeAntiforgeryTokenAsync();
        await Get("/api/account/me", "/api/account/me");
        await Get("/api/account/antiforgery", "/api/account/antiforgery");
        await Post("/api/tickets/next", "/api/tickets/next", 409);
        await visitor.Send("Вопрос", RequestKind.WorkStopped);
        await Get("/api/queue", "/api/queue");
        await Post("/api/tickets/next", "/api/tickets/next", 200);
        using var mine = await agent.HttpAsync(HttpMethod.Get, "/api/tickets/mine");
        using var tickets = JsonDocument.Parse(await mine.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var ticket = $"/api/tickets/{tickets.RootElement[0].GetProperty("id").GetString()}";
        await Get("/api/tickets/mine", "/api/tickets/mine");
        await Get(ticket, "/api/tickets/{id}");
        await Get($"{ticket}?after=-1", "/api/tickets/{id}", 400);
        await Get($"/api/tickets/{Guid.NewGuid()}", "/api/tickets/{id}", 404);
        await Post($"{ticket}/resolve", "/api/tickets/{id}/resolve", 409);
        await Post($"{ticket}/messages", "/api/tickets/{id}/messages", 200, new { id = Guid.CreateVersion7(), text = "Ответ" });
        await Post($"{ticket}/messages", "/api/tickets/{id}/messages", 400, new { id = Guid.CreateVersion7(), text = "" });
        await Post($"{ticket}/notes", "/api/tickets/{id}/notes", 200, new { id = Guid.CreateVersion7(), text = "Заметка" });
        await Get($"{ticket}?after=1", "/api/tickets/{id}");
        await Post($"{ticket}/resolve", "/api/tickets/{id}/resolve", 200);
        await Post($"{ticket}/take", "/api/tickets/{id}/take", 409);
        await Post($"/api/visitors/{Guid.NewGuid()}/erase", "/api/visitors/{id}/erase", 403);
        await Get("/health/live", "/health/live");
        await Get("/health/ready", "/health/ready");
        await Post("/api/account/sign-out", "/api/account/sign-out", 204);
    }

    private static IEnumerable<(string Name, JsonElement Json)> Operations(JsonDocument document) =>
        from path in document.RootElement.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    private async Task<JsonDocument> ReadAsync() => JsonDocument.Parse(await TextAsync(Server.ChatOrigin));

    private async Task<string> TextAsync(string origin)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{Server.Port}/openapi/v1.json");
        request.Headers.Host = new Uri(origin).Authority;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""[a-z]+://[^"\s/]+""", RegexOptions.None, 2000)]
    private static partial Regex Address();
}
