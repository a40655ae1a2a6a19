using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>Bad HTTP is answered as problem details with a code, in Development too: the tests' server runs there.</summary>
public sealed class BadRequestTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly (string Body, string Type, int Status, string Code)[] Bodies =
    [
        ("", "application/json", 400, "malformed"),
        ("{", "application/json", 400, "malformed"),
        ("null", "application/json", 400, "malformed"),
        ("[1]", "application/json", 400, "malformed"),
        ("""{"site":5}""", "application/json", 400, "malformed"),
        ("""{"site":"\ud800"}""", "application/json", 400, "malformed"),
        ("""{"site":"a\u0000b"}""", "application/json", 404, "unknown-site"),
        ("{}", "application/json", 404, "unknown-site"),
        ("site=i-stom", "application/x-www-form-urlencoded", 415, "unknown-content-type"),
        ("{}", "text/plain", 415, "unknown-content-type"),
    ];

    private static readonly (string Method, string Path, int Status, string Code)[] Paths =
    [
        ("GET", "/api/visitor/session", 405, "method-not-allowed"),
        ("GET", "/api/nowhere", 404, "not-found"),
        ("POST", "/api/account/sign-in", 404, "not-found"),
        ("GET", "/hubs/visitor?id=x", 401, "unauthenticated"),
    ];

    [Fact]
    public async Task A_bad_body_is_refused_with_a_code()
    {
        foreach (var (body, type, status, code) in Bodies)
        {
            await Refused(HttpMethod.Post, "/api/visitor/session", new StringContent(body, Encoding.UTF8, type), status, code);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_with_a_code(bool isChunked)
    {
        using var http = new HttpClient();
        using var content = new StringContent($$"""{"site":"{{new string('x', 70_000)}}"}""", Encoding.UTF8, "application/json");
        using var request = Request(HttpMethod.Post, "/api/visitor/session", content);
        request.Headers.TransferEncodingChunked = isChunked;
        await Refused(http, request, 413, "too-large");
    }

    [Fact]
    public async Task What_is_not_there_is_refused_with_a_code()
    {
        foreach (var (method, path, status, code) in Paths)
        {
            await Refused(new(method), path, content: null, status, code);
        }
    }

    [Fact]
    public async Task Signs_that_no_database_can_hold_are_bad_credentials()
    {
        await using var agent = new TestAgent(Server);
        foreach (var email in new[] { "a\0b@example.org", new string('я', 201), "" })
        {
            using var refused = await agent.SignIn(email);

            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_failure_of_ours_tells_nothing_of_itself()
    {
        await using (var rename = Server.Database.CreateCommand("alter table mt_doc_visitor rename to gone"))
        {
            await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Refused(HttpMethod.Post, "/api/visitor/session", new StringContent("""{"site":"i-stom"}""", Encoding.UTF8, "application/json"), 500, "internal");
    }

    private async Task Refused(HttpMethod method, string path, HttpContent? content, int status, string code)
    {
        using var http = new HttpClient();
        using var request = Request(method, path, content);
        await Refused(http, request, status, code);
    }

    private static async Task Refused(HttpClient http, HttpRequestMessage request, int status, string code)
    {
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(status, text);
        response.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("application/problem+json"), text);
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("code").GetString().ShouldBe(code);
        BadCallTests.Leaks(text).ShouldBeFalse(text);
        response.Headers.Server.ShouldBeEmpty();
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, $"http://127.0.0.1:{Server.Port}{path}") { Content = content };
        request.Headers.Host = new Uri(Server.ChatOrigin).Authority;
        request.Headers.Add("Origin", Server.ChatOrigin);
        return request;
    }
}
