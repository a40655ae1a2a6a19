using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Manual;

/// <summary>Articles of the manual: written, found, rendered without HTML, and brought back to what they were.</summary>
public sealed class ArticleTests(TestDatabase databases) : ServerTest(databases)
{
    private TestAgent _supervisor = null!;

    [Fact]
    public async Task What_an_article_was_is_kept_and_can_be_given_again()
    {
        await SignInAsync();
        var first = await TellAsync(HttpMethod.Post, "/api/articles", Article("Чек", "Первый текст"));
        var path = $"/api/articles/{first.GetProperty("id").GetString()}";
        await TellAsync(HttpMethod.Put, path, Article("Чек и касса", "Второй текст", version: 1));

        var versions = (await _supervisor.GetAsync($"{path}/versions")).GetProperty("items").EnumerateArray().ToArray();
        versions.Select(one => (one.GetProperty("version").GetInt64(), one.GetProperty("by").GetString(), one.GetProperty("article").GetProperty("title").GetString()))
            .ShouldBe([(2, "Старший", "Чек и касса"), (1, "Старший", "Чек")]);
        await TellAsync(HttpMethod.Put, path, Article("Чек", versions[1].GetProperty("article").GetProperty("body").GetString()!, version: 2));

        var now = await _supervisor.GetAsync(path);
        (now.GetProperty("version").GetInt64(), now.GetProperty("body").GetString()).ShouldBe((3, "Первый текст"));
        var page = await _supervisor.GetAsync($"{path}/versions?limit=1");
        (await _supervisor.GetAsync($"{path}/versions?limit=2&before={page.GetProperty("next").GetInt64()}")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task What_somebody_else_has_changed_is_not_written_over()
    {
        await SignInAsync();
        var added = await TellAsync(HttpMethod.Post, "/api/articles", Article("Чек", "Текст"));
        var path = $"/api/articles/{added.GetProperty("id").GetString()}";
        await TellAsync(HttpMethod.Put, path, Article("Чек", "Чужая правка", version: 1));

        using var stale = await _supervisor.HttpAsync(HttpMethod.Put, path, Article("Чек", "Своя правка", version: 1));

        (stale.StatusCode, await CodeOf(stale)).ShouldBe((HttpStatusCode.Conflict, "changed-meanwhile"));
        (await _supervisor.GetAsync(path)).GetProperty("body").GetString().ShouldBe("Чужая правка");
        using var gone = await _supervisor.HttpAsync(HttpMethod.Put, $"/api/articles/{Guid.NewGuid()}", Article("Чек", "Текст", version: 1));
        (gone.StatusCode, await CodeOf(gone)).ShouldBe((HttpStatusCode.NotFound, "article-not-found"));
    }

    [Fact]
    public async Task Articles_are_found_by_words_of_title_and_tags_whoever_writes_yo_how()
    {
        await SignInAsync();
        await TellAsync(HttpMethod.Post, "/api/articles", Article("Отчёт за смену", "Текст", tags: ["Касса"]));
        await TellAsync(HttpMethod.Post, "/api/articles", Article("Рентген", "Отчет", state: "Published"));

        (await TitlesAsync("?search=отчет")).ShouldBe(["Отчёт за смену"]);
        (await TitlesAsync("?search=КАСС")).ShouldBe(["Отчёт за смену"]);
        (await TitlesAsync("?search=%25")).ShouldBeEmpty();
        (await TitlesAsync("?state=Published")).ShouldBe(["Рентген"]);
        (await TitlesAsync("?language=English")).ShouldBeEmpty();
        var page = await _supervisor.GetAsync("/api/articles?limit=1");
        (await TitlesAsync($"?before={page.GetProperty("next").GetString()}")).ShouldBe(["Рентген"]);
    }

    [Theory]
    [InlineData("# Чек\n\n1. *Раз*\n2. **Два** `F5`", "Heading[Чек] Numbers[Item[Paragraph[Emphasis[Раз]]] Item[Paragraph[Strong[Два]   F5]]]")]
    [InlineData("<script>alert(1)</script> <b onclick=\"x()\">а</b>", "Paragraph[<script>alert(1)</script> <b onclick=\"x()\">а</b>]")]
    [InlineData("[а](javascript:alert(1)) [б](https://example.org/a) ![снимок](https://example.org/a.png)", "Paragraph[а   Link https://example.org/a[б]   снимок]")]
    [InlineData("<javascript:alert(1)> <https://example.org>", "Paragraph[javascript:alert(1)   Link https://example.org[https://example.org]]")]
    [InlineData("[а](JaVaScRiPt:alert(1)) [б](data:text/html,x) [в](//example.org) [г](&#106;avascript:x)", "Paragraph[а   б   в   г]")]
    public async Task A_preview_is_a_tree_in_which_neither_HTML_nor_an_unsafe_link_can_stand(string body, string tree)
    {
        await SignInAsync();

        Tree(await TellAsync(HttpMethod.Post, "/api/articles/preview", new { body })).ShouldBe(tree);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("**a ")]
    public async Task An_article_that_is_nested_without_end_is_shown_all_the_same(string piece)
    {
        await SignInAsync();

        var shown = await TellAsync(HttpMethod.Post, "/api/articles/preview", new { body = string.Concat(Enumerable.Repeat(piece, 10_000)) + "конец" });

        shown.GetArrayLength().ShouldBeGreaterThan(0);
    }

    private static string Tree(JsonElement nodes) => string.Join(' ', nodes.EnumerateArray().Select(node =>
    {
        var inside = node.GetProperty("inside").ValueKind == JsonValueKind.Array ? $"[{Tree(node.GetProperty("inside"))}]" : "";
        var kind = node.GetProperty("kind").GetString();
        var href = node.GetProperty("href").GetString();
        return kind is "Text" or "Code" ? node.GetProperty("text").GetString() : $"{kind}{(href is null ? "" : $" {href}")}{inside}";
    }));

    private static object Article(string title, string body, long? version = null, string state = "Draft", string[]? tags = null) =>
        new { language = "Russian", title, body, version, state, tags = tags ?? [] };

    private async Task<IEnumerable<string?>> TitlesAsync(string query) =>
        (await _supervisor.GetAsync($"/api/articles{query}")).GetProperty("items").EnumerateArray().Select(line => line.GetProperty("title").GetString());

    private async Task SignInAsync() => _supervisor = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший"));

    private async Task<JsonElement> TellAsync(HttpMethod method, string path, object body)
    {
        using var answer = await _supervisor.HttpAsync(method, path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString();
}
