using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Integrations;

/// <summary>A billing system keeps clinics up to date by a key that may do that and nothing else.</summary>
public sealed class ApiKeyTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly object Paying = new { name = "Клиника «Первая»", tariff = "paid", tariffUntil = "2026-12-31", product = "iStom Cloud" };

    private TestAgent _administrator = null!;

    [Fact]
    public async Task The_billing_system_adds_a_clinic_and_changes_it_under_its_own_number()
    {
        var key = await CreateAsync();

        var added = await PutAsync(key, "А-17", Paying);
        var again = await PutAsync(key, "А-17", Paying);
        var renamed = await PutAsync(key, "А-17", new { name = "Клиника «Вторая»" });

        (added.GetProperty("version").GetInt64(), again.GetProperty("version").GetInt64(), renamed.GetProperty("version").GetInt64()).ShouldBe((1, 1, 2));
        var card = await _administrator.GetAsync($"/api/clinics/{added.GetProperty("id").GetString()}");
        card.GetProperty("clinic").GetProperty("name").GetString().ShouldBe("Клиника «Вторая»");
        card.GetProperty("clinic").GetProperty("plan").GetString().ShouldBe("Standard", "no tariff was named the last time");
        card.GetProperty("product").GetString().ShouldBe("iStom Cloud");
        var line = (await _administrator.GetAsync("/api/audit?kind=Clinic")).GetProperty("items")[0];
        line.GetProperty("by").GetProperty("kind").GetString().ShouldBe("Integration");
        line.GetProperty("from").GetString().ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task What_staff_know_alone_stays()
    {
        var key = await CreateAsync();
        var id = (await PutAsync(key, "17", Paying)).GetProperty("id").GetString();
        using var edited = await _administrator.HttpAsync(HttpMethod.Post, $"/api/clinics/{id}", new { version = 1, name = "Клиника", number = "17", notes = "Заметка", contacts = new[] { new { name = "Кто-то" } } });

        await PutAsync(key, "17", Paying);

        var card = await _administrator.GetAsync($"/api/clinics/{id}");
        (card.GetProperty("notes").GetString(), card.GetProperty("contacts").GetArrayLength()).ShouldBe(("Заметка", 1));
    }

    [Theory]
    [InlineData("""{"name":" "}""", "name-missing")]
    [InlineData("""{"name":"А","tariff":"Золотой"}""", "unknown-tariff")]
    [InlineData("""{"name":"А","tariffFrom":"2026-12-31","tariffUntil":"2026-12-30"}""", "dates-reversed")]
    [InlineData("""{"name":"А","tariffFrom":"вчера"}""", "malformed")]
    public async Task What_it_says_wrongly_is_refused(string body, string code)
    {
        using var answer = await SendAsync(await CreateAsync(), HttpMethod.Put, "/api/clinics/17", JsonDocument.Parse(body).RootElement);

        (answer.StatusCode, await CodeOf(answer)).ShouldBe((HttpStatusCode.BadRequest, code));
    }

    [Fact]
    public async Task The_key_is_shown_once_and_stored_nowhere_but_its_last_use_is()
    {
        var key = await CreateAsync();
        key.ShouldStartWith("istom_");
        (await DatabaseText.DumpAsync(Server.Database, TestContext.Current.CancellationToken)).ShouldNotContain(key[6..]);
        (await OnlyKeyAsync()).GetProperty("usedAt").ValueKind.ShouldBe(JsonValueKind.Null);

        await PutAsync(key, "17", Paying);

        var listed = await OnlyKeyAsync();
        listed.GetProperty("usedAt").GetDateTimeOffset().ShouldBe(RunningServer.MondayNoon.ToDateTimeOffset());
        listed.GetProperty("hint").GetString().ShouldBe(key[^4..]);
        Server.Clock.Advance(Duration.FromMinutes(5));
        await PutAsync(key, "17", Paying);
        (await OnlyKeyAsync()).GetProperty("usedAt").GetDateTimeOffset().ShouldBe((RunningServer.MondayNoon + Duration.FromMinutes(5)).ToDateTimeOffset());
    }

    [Fact]
    public async Task A_key_that_was_taken_back_opens_nothing()
    {
        var key = await CreateAsync();
        await PutAsync(key, "17", Paying);

        using var revoked = await _administrator.HttpAsync(HttpMethod.Post, $"/api/api-keys/{(await OnlyKeyAsync()).GetProperty("id").GetString()}/revoke");

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ShouldBeUnknownAsync(key);
        (await OnlyKeyAsync()).GetProperty("revokedAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Theory]
    [InlineData("istom_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    [InlineData("' or true --")]
    public async Task No_other_key_opens_anything(string key)
    {
        await CreateAsync();
        await ShouldBeUnknownAsync(key);
    }

    [Fact]
    public async Task A_key_opens_what_its_scope_names_and_nothing_of_the_desk()
    {
        var key = await CreateAsync();
        foreach (var path in new[] { "/api/clinics", "/api/queue", "/api/api-keys", "/api/audit" })
        {
            using var answer = await SendAsync(key, HttpMethod.Get, path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }

        using var byCookie = await _administrator.HttpAsync(HttpMethod.Put, "/api/clinics/17", Paying);
        byCookie.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Счёт", "clinics:read", "unknown-scope")]
    [InlineData(" ", "clinics:write", "name-missing")]
    public async Task A_key_for_nothing_is_not_made(string name, string scope, string code)
    {
        _administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        using var answer = await _administrator.HttpAsync(HttpMethod.Post, "/api/api-keys", new { name, scopes = new[] { scope } });
        (await CodeOf(answer)).ShouldBe(code);
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_use_a_key_in_the_browsers_stead()
    {
        using var answer = await SendAsync(await CreateAsync(), HttpMethod.Put, "/api/clinics/17", Paying, origin: "https://evil.example");
        (answer.StatusCode, await CodeOf(answer)).ShouldBe((HttpStatusCode.Forbidden, "foreign-origin"));
    }

    private async Task ShouldBeUnknownAsync(string key)
    {
        using var answer = await SendAsync(key, HttpMethod.Put, "/api/clinics/17", Paying);
        (answer.StatusCode, await CodeOf(answer)).ShouldBe((HttpStatusCode.Unauthorized, "unauthenticated"));
    }

    private async Task<string> CreateAsync()
    {
        _administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        using var answer = await _administrator.HttpAsync(HttpMethod.Post, "/api/api-keys", new { name = "Счёт", scopes = new[] { "clinics:write" } });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("secret").GetString()!;
    }

    private async Task<JsonElement> OnlyKeyAsync() => (await _administrator.GetAsync("/api/api-keys")).EnumerateArray().Single();

    private async Task<JsonElement> PutAsync(string key, string number, object body)
    {
        using var answer = await SendAsync(key, HttpMethod.Put, $"/api/clinics/{Uri.EscapeDataString(number)}", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>As a program does: a key, and no Origin, cookie or token.</summary>
    private async Task<HttpResponseMessage> SendAsync(string key, HttpMethod method, string path, object? body = null, string? origin = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Server.Port}") };
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Host = new Uri(Server.DeskOrigin).Authority;
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString();
}
