using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Clinics;

/// <summary>A list of clinics is shown first and then done as it was shown, all of it or nothing.</summary>
public sealed class ImportTests(TestDatabase databases) : ServerTest(databases)
{
    private const string Two = "Номер;Название;Тариф;По;Контакт;Телефон\n1001;Клиника «Первая»;Paid;31.12.2026;Администратор;+7 495 000-00-01, +7 495 000-00-02\n1002;\"Клиника; вторая\";standard;;;\n";

    private TestAgent _supervisor = null!;

    [Fact]
    public async Task What_is_shown_is_what_is_done()
    {
        await SignInAsync();

        var preview = await PreviewAsync(Two);
        (await _supervisor.GetAsync("/api/clinics")).GetProperty("items").GetArrayLength().ShouldBe(0);
        var applied = await TellAsync("/api/clinics/import", Two, preview);

        Outcomes(preview).ShouldBe(["2 1001 Added", "3 1002 Added"]);
        applied.ToString().ShouldBe(preview.ToString());
        var page = await _supervisor.GetAsync("/api/clinics");
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("clinic").GetProperty("name").GetString()).ShouldBe(["Клиника «Первая»", "Клиника; вторая"]);
        var card = await _supervisor.GetAsync($"/api/clinics/{page.GetProperty("items")[0].GetProperty("clinic").GetProperty("id").GetString()}");
        card.GetProperty("tariffUntil").GetString().ShouldBe("2026-12-31");
        card.GetProperty("contacts")[0].GetProperty("phones").GetArrayLength().ShouldBe(2);
        Outcomes(await PreviewAsync(Two)).ShouldBe(["2 1001 Unchanged", "3 1002 Unchanged"]);
    }

    [Fact]
    public async Task A_column_that_is_not_there_changes_nothing_and_one_that_is_says_what_it_changes()
    {
        await SignInAsync();
        await TellAsync("/api/clinics/import", Two, await PreviewAsync(Two));
        const string Renamed = "number,name,version\n1001,Новое имя,7.5\n";

        var preview = await PreviewAsync(Renamed);
        await TellAsync("/api/clinics/import", Renamed, preview);

        Outcomes(preview).ShouldBe(["2 1001 Changed"]);
        preview.GetProperty("lines")[0].GetProperty("fields").EnumerateArray().Select(field => field.GetString()).ShouldBe(["name", "productVersion"]);
        var clinic = (await _supervisor.GetAsync("/api/clinics?search=1001")).GetProperty("items")[0].GetProperty("clinic");
        (clinic.GetProperty("name").GetString(), clinic.GetProperty("plan").GetString()).ShouldBe(("Новое имя", "Paid"));
    }

    [Theory]
    [InlineData("windows-1251", ";")]
    [InlineData("windows-1251", ",")]
    [InlineData("utf-8", ",")]
    [InlineData("utf-8", "\t")]
    public async Task Spreadsheets_save_it_in_their_own_ways(string encoding, string delimiter)
    {
        await SignInAsync();
        var text = $"Номер{delimiter}Название\r\n7{delimiter}\"Зуб \"\"Ёж\"\"\nи Ко\"\r\n".Replace("\nи", " и", StringComparison.Ordinal);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(text) ?? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

        var preview = await PreviewAsync(bytes);

        preview.GetProperty("lines")[0].GetProperty("name").GetString().ShouldBe("Зуб \"Ёж\" и Ко");
        Outcomes(preview).ShouldBe(["2 7 Added"]);
    }

    [Theory]
    [InlineData("Номер;Название\n1;А\n;Б\n", 3, "number-missing")]
    [InlineData("Номер;Название\n1;А\n1;Б\n", 2, "number-twice")]
    [InlineData("Номер;Название\n1; \n", 2, "name-missing")]
    [InlineData("Номер;Название;Тариф\n1;А;Золотой\n", 2, "unknown-tariff")]
    [InlineData("Номер;Название;По\n1;А;31/12/2026\n", 2, "date-malformed")]
    [InlineData("Номер;Название;С;По\n1;А;2026-12-31;2026-12-30\n", 2, "dates-reversed")]
    [InlineData("Номер;Название;Пароль\n1;А;x\n", 1, "unknown-column")]
    [InlineData("Номер;Название\n1;А;Б\n", 2, "too-many-fields")]
    [InlineData("Номер;Название\n1;А\n2;\"Б\n", 3, "csv-malformed")]
    [InlineData("", 1, "file-empty")]
    [InlineData("Номер;Название\n1;А\u0000\n", 2, "text-malformed")]
    [InlineData("Номер;Название\n1\u0000;А\n", 2, "text-malformed")]
    public async Task A_wrong_line_is_named_with_its_reason_and_nothing_of_the_file_is_done(string file, int line, string code)
    {
        await SignInAsync();

        var preview = await PreviewAsync(file);
        using var applied = await _supervisor.HttpAsync(HttpMethod.Post, "/api/clinics/import", Body(file, preview));

        preview.GetProperty("lines").EnumerateArray().ShouldContain(wrong => wrong.GetProperty("line").GetInt32() == line && wrong.GetProperty("code").GetString() == code, preview.ToString());
        (await CodeOf(applied)).ShouldBe("import-has-errors");
        (await _supervisor.GetAsync("/api/clinics")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_shown_is_not_done_over()
    {
        await SignInAsync();
        await TellAsync("/api/clinics/import", Two, await PreviewAsync(Two));
        const string Renamed = "number;name\n1001;Новое имя\n1003;Третья\n";
        var preview = await PreviewAsync(Renamed);
        var id = (await _supervisor.GetAsync("/api/clinics?search=1001")).GetProperty("items")[0].GetProperty("clinic").GetProperty("id").GetString();
        using var meanwhile = await _supervisor.HttpAsync(HttpMethod.Post, $"/api/clinics/{id}", new { version = 1, name = "Чужая правка", number = "1001" });

        using var applied = await _supervisor.HttpAsync(HttpMethod.Post, "/api/clinics/import", Body(Renamed, preview));

        (applied.StatusCode, await CodeOf(applied)).ShouldBe((HttpStatusCode.Conflict, "changed-meanwhile"));
        (await _supervisor.GetAsync("/api/clinics?search=1003")).GetProperty("items").GetArrayLength().ShouldBe(0);
        using var other = await _supervisor.HttpAsync(HttpMethod.Post, "/api/clinics/import", Body(Two, preview));
        (await CodeOf(other)).ShouldBe("changed-meanwhile");
    }

    [Fact]
    public async Task Thousands_of_clinics_come_in_one_file()
    {
        await SignInAsync();
        var file = "number;name\n" + string.Concat(Enumerable.Range(1, 2000).Select(i => $"{i};Клиника с довольно длинным названием, чтобы файл был велик, {i}\n"));
        Encoding.UTF8.GetByteCount(file).ShouldBeGreaterThan(64 * 1024);

        await TellAsync("/api/clinics/import", file, await PreviewAsync(file));

        (await PreviewAsync(file)).GetProperty("unchanged").GetInt32().ShouldBe(2000);
    }

    private async Task SignInAsync() => _supervisor = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший"));

    private Task<JsonElement> PreviewAsync(string file) => PreviewAsync(Encoding.UTF8.GetBytes(file));

    private async Task<JsonElement> PreviewAsync(byte[] file)
    {
        using var answer = await _supervisor.HttpAsync(HttpMethod.Post, "/api/clinics/import/preview", new { file });
        return await ReadAsync(answer);
    }

    private async Task<JsonElement> TellAsync(string path, string file, JsonElement preview)
    {
        using var answer = await _supervisor.HttpAsync(HttpMethod.Post, path, Body(file, preview));
        return await ReadAsync(answer);
    }

    private static object Body(string file, JsonElement preview) => new { file = Encoding.UTF8.GetBytes(file), fingerprint = preview.GetProperty("fingerprint").GetString() };

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString();

    private static IEnumerable<string> Outcomes(JsonElement preview) => preview.GetProperty("lines").EnumerateArray()
        .Select(line => $"{line.GetProperty("line").GetInt32()} {line.GetProperty("number").GetString()} {line.GetProperty("outcome").GetString()}");
}
