using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Sites;

/// <summary>Sites come from the configuration until an administrator changes them; a change holds at once, without a restart.</summary>
public sealed class SiteTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task A_site_of_the_configuration_is_there_and_what_is_changed_holds_from_then_on()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var site = await SiteAsync(administrator, "cloud");
        site.GetProperty("version").GetInt64().ShouldBe(0);

        using var changed = await administrator.HttpAsync(HttpMethod.Put, Path(site), Body(site, 0, origins: ["https://cloud.example.org"], title: "Помощь <1>", colour: "#123456"));

        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var (html, policy) = await FrameAsync("cloud");
        policy.ShouldContain("frame-ancestors https://cloud.example.org");
        html.ShouldContain(":root{--brand:#123456}");
        policy.ShouldContain($"'sha256-{Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(":root{--brand:#123456}")))}'");
        html.ShouldContain("\"title\":\"\\u041F");
        html.ShouldNotContain("<1>");
        var line = (await administrator.GetAsync("/api/audit?kind=Site")).GetProperty("items")[0];
        line.GetProperty("before").GetProperty("origins")[0].GetString().ShouldBe(Server.SiteOrigin("cloud.i-stom"));
    }

    [Fact]
    public async Task A_site_that_is_added_serves_visitors_at_once_and_without_origins_nobody_frames_it()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await new TestVisitor(Server).StartSession("new")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await administrator.PostAsync("/api/sites", new { key = "new", name = "Новый" });

        await using var visitor = await TestVisitor.OpenAsync(Server, "new");
        (await visitor.Send("Вопрос")).Ticket.ShouldNotBeNull();
        (await FrameAsync("new")).Policy.ShouldContain("frame-ancestors 'none'");
        (await administrator.RefusalAsync(HttpMethod.Post, "/api/sites", new { key = "new", name = "Ещё" })).ShouldBe("site-key-taken");
        (await administrator.RefusalAsync(HttpMethod.Post, "/api/sites", new { key = "cloud", name = "Ещё" })).ShouldBe("site-key-taken", "the configuration has it");
    }

    [Fact]
    public async Task Who_read_an_older_one_does_not_overwrite_a_newer_one()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var site = await SiteAsync(administrator, "cloud");
        (await administrator.RefusalAsync(HttpMethod.Put, Path(site), Body(site, 0))).ShouldBeNull();

        (await administrator.RefusalAsync(HttpMethod.Put, Path(site), Body(site, 0))).ShouldBe("changed-meanwhile");
        (await administrator.RefusalAsync(HttpMethod.Put, $"/api/sites/{Guid.NewGuid()}", Body(site, 0))).ShouldBe("site-not-found");
        (await administrator.RefusalAsync(HttpMethod.Put, Path(site), Body(site, 1, origins: ["https://a.example.org/x"]))).ShouldBe("origin-malformed");
        (await SiteAsync(administrator, "cloud")).GetProperty("version").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_secret_is_shown_once_kept_sealed_and_gone_when_it_is_retired()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var site = await SiteAsync(administrator, "cloud");

        var added = await administrator.PostAsync($"{Path(site)}/keys", new { algorithm = "HS256" });

        var secret = added.GetProperty("secret").GetString()!;
        secret.Length.ShouldBe(43, "256 bits");
        (await DatabaseText.DumpAsync(Server.Database, TestContext.Current.CancellationToken)).ShouldNotContain(secret);
        (await administrator.GetAsync("/api/sites")).ToString().ShouldNotContain(secret);
        var key = added.GetProperty("site").GetProperty("keys")[0].GetProperty("id").GetString();
        (await SecretsAsync()).ShouldBe(1);

        await administrator.PostAsync($"{Path(site)}/keys/{key}/retire");
        var again = await administrator.PostAsync($"{Path(site)}/keys/{key}/retire");

        (await SecretsAsync()).ShouldBe(0);
        again.GetProperty("version").GetInt64().ShouldBe(2, "the second time nothing is new");
        (await administrator.RefusalAsync(HttpMethod.Post, $"{Path(site)}/keys/{Guid.NewGuid()}/retire")).ShouldBe("signing-key-not-found");
    }

    [Fact]
    public async Task Public_keys_are_pasted_and_what_is_none_is_refused()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var path = $"{Path(await SiteAsync(administrator, "cloud"))}/keys";
        using var rsa = RSA.Create(2048);
        using var weak = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        (string Algorithm, string? Pem, string? Code)[] table =
        [
            ("RS256", null, "public-key-malformed"),
            ("RS256", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "public-key-malformed"),
            ("RS256", curve.ExportSubjectPublicKeyInfoPem(), "public-key-malformed"),
            ("ES256", rsa.ExportSubjectPublicKeyInfoPem(), "public-key-malformed"),
            ("RS256", weak.ExportSubjectPublicKeyInfoPem(), "public-key-weak"),
            ("ES256", other.ExportSubjectPublicKeyInfoPem(), "public-key-weak"),
            ("RS256", rsa.ExportPkcs8PrivateKeyPem(), "private-key-given"),
            ("ES256", curve.ExportECPrivateKeyPem(), "private-key-given"),
            ("RS256", rsa.ExportRSAPublicKeyPem(), null),
            ("ES256", curve.ExportSubjectPublicKeyInfoPem(), null),
            ("HS256", null, "too-many-keys"),
        ];

        foreach (var (algorithm, publicKey, code) in table)
        {
            (await administrator.RefusalAsync(HttpMethod.Post, path, new { algorithm, publicKey })).ShouldBe(code, publicKey);
        }

        (await DatabaseText.DumpAsync(Server.Database, TestContext.Current.CancellationToken)).ShouldNotContain("PRIVATE KEY");
    }

    private static string Path(JsonElement site) => $"/api/sites/{site.GetProperty("id").GetString()}";

    private static object Body(JsonElement site, long version, string[]? origins = null, string? title = null, string? colour = null) => new
    {
        version,
        name = site.GetProperty("name").GetString(),
        origins = origins ?? ["https://example.org"],
        titleRussian = title,
        colour,
        position = "Left",
    };

    private static async Task<JsonElement> SiteAsync(TestAgent administrator, string key) =>
        (await administrator.GetAsync("/api/sites")).GetProperty("items").EnumerateArray().Single(site => site.GetProperty("key").GetString() == key);

    private async Task<(string Html, string Policy)> FrameAsync(string site)
    {
        await using var visitor = new TestVisitor(Server);
        using var answer = await visitor.HttpAsync(HttpMethod.Get, $"/frame?site={site}");
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")));
    }

    private async Task<long> SecretsAsync()
    {
        await using var command = Server.Database.CreateCommand("select count(*) from mt_doc_signingsecret");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
