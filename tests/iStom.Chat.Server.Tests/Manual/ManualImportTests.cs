using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Manual.Import;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Manual;

/// <summary>A folder of Markdown is shown first and then done as it was shown, all of it or nothing.</summary>
public sealed class ManualImportTests(TestDatabase databases) : ServerTest(databases)
{
    private const string Receipt = "---\ntitle: Чек\ntags: касса, принтер\nproduct: iStom\nmodule: Касса\nstate: published\n---\nТекст\n";

    private TestAgent _supervisor = null!;

    [Fact]
    public async Task What_is_shown_is_what_is_done()
    {
        await SignInAsync();

        var preview = await PreviewAsync(("receipt.md", Receipt), ("xray.md", "---\ntitle: X-ray\nlanguage: en\n---\nText"));
        (await ArticlesAsync()).ShouldBeEmpty();
        await TellAsync(preview, ("receipt.md", Receipt), ("xray.md", "---\ntitle: X-ray\nlanguage: en\n---\nText"));

        Outcomes(preview).ShouldBe(["receipt.md Added", "xray.md Added"]);
        (await ArticlesAsync()).ShouldBe(["X-ray English Draft", "Чек Russian Published"]);
        Outcomes(await PreviewAsync(("receipt.md", Receipt))).ShouldBe(["receipt.md Unchanged"]);
    }

    [Fact]
    public async Task An_article_is_known_by_its_file_and_stays_published_unless_the_file_says_otherwise()
    {
        await SignInAsync();
        await TellAsync(await PreviewAsync(("receipt.md", Receipt)), ("receipt.md", Receipt));
        const string Renamed = "---\ntitle: Чеки\ntags: касса, принтер\nproduct: iStom\nmodule: Касса\n---\nТекст";

        var preview = await PreviewAsync(("Receipt.md", Renamed));
        await TellAsync(preview, ("Receipt.md", Renamed));

        preview.GetProperty("files")[0].GetProperty("fields").EnumerateArray().Select(field => field.GetString()).ShouldBe(["title"]);
        (await ArticlesAsync()).ShouldBe(["Чеки Russian Published"]);
    }

    [Theory]
    [InlineData("Текст без заголовка", 1, "title-missing")]
    [InlineData("---\ntitle: А\nТекст", 1, "front-matter-open")]
    [InlineData("---\ntitle: А\nauthor: Б\n---\nТекст", 3, "unknown-field")]
    [InlineData("---\ntitle: А\ntitle: Б\n---\nТекст", 3, "field-twice")]
    [InlineData("---\ntitle: А\nlanguage: de\n---\nТекст", 3, "unknown-language")]
    [InlineData("---\ntitle: А\nstate: 1\n---\nТекст", 3, "unknown-state")]
    [InlineData("---\ntitle: А\n---\n\n", 4, "text-empty")]
    [InlineData("---\ntitle: А\n\ntags: а\u0001\n---\nТекст", 4, "text-malformed")]
    [InlineData("---\ntitle: А\n---\n\nТе\u0000кст", 4, "text-malformed")]
    [InlineData("---\ntitle: А\ntags: 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21\n---\nТекст", 3, "too-many-article-tags")]
    public async Task A_wrong_file_is_named_with_line_and_reason_and_nothing_of_the_folder_is_done(string text, int line, string code)
    {
        await SignInAsync();

        var preview = await PreviewAsync(("good.md", Receipt), ("wrong.md", text));
        using var applied = await _supervisor.HttpAsync(HttpMethod.Post, "/api/articles/import", Body(preview, ("good.md", Receipt), ("wrong.md", text)));

        var wrong = preview.GetProperty("files").EnumerateArray().Single(file => file.GetProperty("file").GetString() == "wrong.md");
        wrong.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("code").GetString())).ShouldBe([(line, code)]);
        (await CodeOf(applied)).ShouldBe("import-has-errors");
        (await ArticlesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_twins_and_empty_folders_are_refused()
    {
        await SignInAsync();
        using var answer = await _supervisor.HttpAsync(HttpMethod.Post, "/api/articles/import/preview", new { files = new[] { new { name = "a.md", file = (byte[])[.. "---\ntitle: "u8, 0xC3, 0x28] } } });
        var broken = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        broken.GetProperty("files")[0].GetProperty("errors")[0].ToString().ShouldBe("""{"line":2,"code":"file-encoding-wrong"}""");
        Outcomes(await PreviewAsync(("a.md", Receipt), ("A.md", Receipt))).ShouldBe(["A.md Added", "a.md Error"]);
        (await PreviewAsync()).GetProperty("errors").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_shown_is_not_done_over()
    {
        await SignInAsync();
        var preview = await PreviewAsync(("receipt.md", Receipt));
        await TellAsync(preview, ("receipt.md", Receipt));

        using var again = await _supervisor.HttpAsync(HttpMethod.Post, "/api/articles/import", Body(preview, ("receipt.md", Receipt)));
        using var other = await _supervisor.HttpAsync(HttpMethod.Post, "/api/articles/import", Body(preview, ("receipt.md", Receipt + "!")));

        (await CodeOf(again), await CodeOf(other)).ShouldBe(("changed-meanwhile", "changed-meanwhile"));
    }

    [Fact]
    public async Task The_operator_imports_a_folder_and_a_wrong_file_stops_all_of_it()
    {
        var mediator = Server.Services.GetRequiredService<IMediator>();
        ManualFile[] good = [new("receipt.md", Encoding.UTF8.GetBytes(Receipt))];

        var wrong = await mediator.Send(new ImportManual([.. good, new("wrong.md", "Текст"u8.ToArray())]), TestContext.Current.CancellationToken);
        wrong.Value.Errors.ShouldBe(1);
        await SignInAsync();
        (await ArticlesAsync()).ShouldBeEmpty();
        await mediator.Send(new ImportManual(good), TestContext.Current.CancellationToken);

        (await ArticlesAsync()).ShouldBe(["Чек Russian Published"]);
    }

    private async Task SignInAsync() => _supervisor = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший"));

    private async Task<JsonElement> PreviewAsync(params (string Name, string Text)[] files)
    {
        using var answer = await _supervisor.HttpAsync(HttpMethod.Post, "/api/articles/import/preview", new { files = FilesOf(files) });
        return await ReadAsync(answer);
    }

    private async Task TellAsync(JsonElement preview, params (string Name, string Text)[] files)
    {
        using var answer = await _supervisor.HttpAsync(HttpMethod.Post, "/api/articles/import", Body(preview, files));
        (await ReadAsync(answer)).ToString().ShouldBe(preview.ToString());
    }

    private static object Body(JsonElement preview, params (string Name, string Text)[] files) =>
        new { files = FilesOf(files), fingerprint = preview.GetProperty("fingerprint").GetString() };

    private static IEnumerable<object> FilesOf((string Name, string Text)[] files) => files.Select(file => new { name = file.Name, file = Encoding.UTF8.GetBytes(file.Text) });

    private async Task<IEnumerable<string>> ArticlesAsync() => (await _supervisor.GetAsync("/api/articles")).GetProperty("items").EnumerateArray()
        .Select(line => $"{line.GetProperty("title").GetString()} {line.GetProperty("language").GetString()} {line.GetProperty("state").GetString()}");

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString();

    private static IEnumerable<string> Outcomes(JsonElement preview) => preview.GetProperty("files").EnumerateArray()
        .Select(file => $"{file.GetProperty("file").GetString()} {file.GetProperty("outcome").GetString()}");
}
