using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Sites;

/// <summary>A site vouches for its signed-in user with a short-lived JWT: who that is, and that nobody else gets to be.</summary>
public sealed class IdentityTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private TestAgent _administrator = null!;
    private string _secret = null!;

    [Theory]
    [InlineData("HS256")]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task A_user_is_known_whichever_way_the_site_signs(string algorithm)
    {
        await BeginAsync();
        await AddKeyAsync("cloud", "RS256", Rsa.ExportSubjectPublicKeyInfoPem());
        if (algorithm == "ES256")
        {
            var rsa = (await SiteAsync("cloud")).GetProperty("keys")[1].GetProperty("id").GetString();
            await _administrator.PostAsync($"/api/sites/{await IdAsync("cloud")}/keys/{rsa}/retire");
            await AddKeyAsync("cloud", "ES256", Curve.ExportSubjectPublicKeyInfoPem());
        }

        await using var visitor = new TestVisitor(Server);
        var reply = await StartAsync(visitor, Token(Claims(), algorithm));

        reply.GetProperty("verified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Every_omission_is_refused_with_its_code_and_leaves_nothing_behind()
    {
        await BeginAsync();
        await AddKeyAsync("cloud", "RS256", Rsa.ExportSubjectPublicKeyInfoPem());
        var other = (await AddKeyAsync("i-stom", "HS256")).GetProperty("secret").GetString()!;
        var retired = await RetiredAsync();
        await using var first = new TestVisitor(Server);
        var used = Token(Claims(jti: "used"));
        await StartAsync(first, used);
        var now = Now();
        (string What, string Token, string Code)[] table =
        [
            ("empty", "", "identity-malformed"),
            ("no JWT", "a.b.c", "identity-malformed"),
            ("too long", new('a', 5000), "identity-malformed"),
            ("without signature", Token(Claims()).Split('.') is [var head, var body, _] ? $"{head}.{body}." : "", "identity-unsigned"),
            ("alg none", Token(Claims(), "none"), "identity-unsigned"),
            ("alg None", Token(Claims(), "None"), "identity-unsigned"),
            ("another's secret", Token(Claims(), "HS256", new('x', 43)), "identity-unsigned"),
            ("other site's key", Token(Claims(), "HS256", other), "identity-unsigned"),
            ("the public key as a secret", Token(Claims(), "HS256", Rsa.ExportSubjectPublicKeyInfoPem()), "identity-unsigned"),
            ("a retired key", Token(Claims(), "HS256", retired), "identity-unsigned"),
            ("an algorithm without a key", Token(Claims(), "ES256"), "identity-unsigned"),
            ("changed after it was signed", Changed(Token(Claims())), "identity-unsigned"),
            ("wrong audience", Token(Claims(aud: "i-stom")), "identity-audience"),
            ("no audience", Token(Claims(aud: null)), "identity-audience"),
            ("expired", Token(Claims(iat: now - 300, exp: now - 31)), "identity-expired"),
            ("not yet valid", Token(Claims(iat: now + 31, exp: now + 100)), "identity-not-yet-valid"),
            ("not before", Token(Claims(nbf: now + 31)), "identity-not-yet-valid"),
            ("too long-lived", Token(Claims(iat: now, exp: now + 301)), "identity-too-long-lived"),
            ("without expiry", Token(Claims(exp: null)), "identity-malformed"),
            ("without beginning", Token(Claims(iat: null)), "identity-malformed"),
            ("without user", Token(Claims(sub: null)), "identity-malformed"),
            ("an empty user", Token(Claims(sub: " ")), "identity-malformed"),
            ("without clinic", Token(Claims(clinic: null)), "identity-malformed"),
            ("without id", Token(Claims(jti: null)), "identity-malformed"),
            ("unknown clinic", Token(Claims(clinic: "9999")), "identity-unknown-clinic"),
            ("replayed, in another's browser", used, "identity-replayed"),
        ];
        var before = await CountsAsync();

        foreach (var (what, token, code) in table)
        {
            await using var visitor = new TestVisitor(Server);
            using var answer = await SessionAsync(visitor, token);
            (await TestAgent.CodeAsync(answer)).ShouldBe(code, what);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, what);
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse(what);
        }

        (await CountsAsync()).ShouldBe(before);
        (await StartAsync(first, identity: null)).GetProperty("verified").GetBoolean().ShouldBeTrue("the browser it served is still who it was");
        await using var nobody = new TestVisitor(Server);
        (await StartAsync(nobody, identity: null)).GetProperty("verified").GetBoolean().ShouldBeFalse("who shows none is not verified");
        Server.Log.Entries.ShouldNotContain(entry => entry.Text.Contains(used, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_token_serves_one_browser_even_when_two_show_it_at_once()
    {
        await BeginAsync();
        var token = Token(Claims());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SessionAsync(new TestVisitor(Server), token)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.ToList().ForEach(answer => answer.Dispose());
    }

    [Fact]
    public async Task A_user_has_one_conversation_on_all_sites_and_devices_and_the_clinics_tariff()
    {
        await BeginAsync();
        await using var office = await OpenAsync(Token(Claims()));
        var sent = await office.Send("Вопрос");
        sent.Ticket!.Level.ShouldBe(SupportLevel.Paid);

        await using var home = await OpenAsync(Token(Claims()));

        (await home.Join()).Messages.ShouldContain(message => message.Text == "Вопрос");
        await home.Send("Ещё");
        await office.Messages.Until(message => message.Text == "Ещё");
        await using var colleague = await OpenAsync(Token(Claims(sub: "user-2")));
        (await colleague.Join()).Messages.ShouldBeEmpty("another user of the same clinic");
        var agent = Owned(await TestAgent.OnDutyAsync(Server, paidSupport: true));
        var taken = await agent.TakeNext();
        (taken.Ticket.Verified, taken.Ticket.VisitorName, taken.Ticket.Clinic!.Name).ShouldBe((true, "Пользователь", "Клиника «Первая»"));
    }

    [Fact]
    public async Task What_was_written_before_is_in_the_thread_in_its_order_and_stays_with_whoever_wrote_it()
    {
        await BeginAsync();
        await using var visitor = await TestVisitor.OpenAsync(Server, "cloud");
        var first = await visitor.Send("Без входа");
        await StartAsync(visitor, Token(Claims()));
        await visitor.Closed;

        await using var again = await visitor.Again("cloud");
        await again.Send("После входа");

        var thread = (await again.Join()).Messages;
        thread.Where(message => message.Text is not null).Select(message => message.Text).ShouldBe(["Без входа", "После входа"]);
        thread.Single(message => message.Text == "Без входа").Sequence.ShouldBe(first.Sequence);
    }

    [Fact]
    public async Task What_was_asked_before_signing_in_is_answered_in_the_users_own_thread()
    {
        await BeginAsync();
        await using var office = await OpenAsync(Token(Claims()));
        await office.Send("Первый вопрос");
        await using var home = await TestVisitor.OpenAsync(Server, "cloud");
        var asked = await home.Send("Без входа");
        var agent = Owned(await TestAgent.OnDutyAsync(Server, paidSupport: true));
        await agent.TakeNext();
        var ticket = (await agent.TakeNext()).Ticket;

        await StartAsync(home, Token(Claims()));
        await home.Closed;
        await office.Messages.Until(message => message.TicketNumber == asked.Ticket!.Number);
        await agent.Reply(ticket.Id, "Ответ");
        await office.Messages.Until(message => message.Text == "Ответ");
        await using var again = await home.Again("cloud");
        var thread = await again.Join();
        await again.Send("Спасибо");
        var opened = await agent.Open(ticket.Id);

        thread.Ticket!.Number.ShouldBe(asked.Ticket!.Number);
        thread.Messages.Where(message => message.Text is not null).Select(message => message.Text!).ShouldBe(["Первый вопрос", "Ответ"]);
        (opened.Ticket.Verified, opened.Earlier.Single(message => message.Text is not null).Text).ShouldBe((true, "Без входа"));
        opened.Messages.ShouldContain(message => message.Text == "Спасибо");
    }

    [Fact]
    public async Task Who_signs_in_where_somebody_else_was_sees_nothing_of_them_and_leaving_leaves_the_others_devices_alone()
    {
        await BeginAsync();
        await using var one = await OpenAsync(Token(Claims()));
        await one.Send("Тайна");
        await using var onesPhone = await OpenAsync(Token(Claims()));

        await StartAsync(one, Token(Claims(sub: "user-2")));
        await using var two = await one.Again("cloud");

        (await two.Join()).Messages.ShouldBeEmpty();
        (await two.HttpAsync(HttpMethod.Post, "/api/visitor/end")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await two.Closed;
        (await onesPhone.Send("Ещё")).Sequence.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Erasing_a_user_erases_what_they_wrote_before_in_a_browser_that_is_somebody_elses_by_now()
    {
        await BeginAsync();
        await Owned(await OpenAsync(Token(Claims()))).Send("Тайна после входа");
        await using var visitor = await TestVisitor.OpenAsync(Server, "cloud");
        await visitor.Send("Тайна без входа");
        var id = (await StartAsync(visitor, Token(Claims()))).GetProperty("visitorId").GetString();
        await StartAsync(visitor, Token(Claims(sub: "user-2")));

        (await _administrator.RefusalAsync(HttpMethod.Post, $"/api/visitors/{id}/erase")).ShouldBeNull();

        var left = await DatabaseText.DumpAsync(Server.Database, TestContext.Current.CancellationToken);
        left.ShouldNotContain("Тайна");
        left.ShouldNotContain("user-1@example.org");
    }

    private async Task BeginAsync()
    {
        await Server.Store.AddClinicAsync(new Clinic(new(Guid.NewGuid()), "Клиника «Первая»", Tariff.Paid) { Number = "1001" });
        _administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        _secret = (await AddKeyAsync("cloud", "HS256")).GetProperty("secret").GetString()!;
    }

    private async Task<JsonElement> SiteAsync(string key) =>
        (await _administrator.GetAsync("/api/sites")).GetProperty("items").EnumerateArray().Single(site => site.GetProperty("key").GetString() == key);

    private async Task<string> IdAsync(string site) => (await SiteAsync(site)).GetProperty("id").GetString()!;

    private async Task<JsonElement> AddKeyAsync(string site, string algorithm, string? publicKey = null) =>
        await _administrator.PostAsync($"/api/sites/{await IdAsync(site)}/keys", new { algorithm, publicKey });

    /// <summary>The secret of a key of the support site's that was retired, and then of cloud's: the RSA one makes room.</summary>
    private async Task<string> RetiredAsync()
    {
        var rsa = (await SiteAsync("cloud")).GetProperty("keys")[1].GetProperty("id").GetString();
        await _administrator.PostAsync($"/api/sites/{await IdAsync("cloud")}/keys/{rsa}/retire");
        var added = await AddKeyAsync("cloud", "HS256");
        var key = added.GetProperty("site").GetProperty("keys")[2].GetProperty("id").GetString();
        await _administrator.PostAsync($"/api/sites/{await IdAsync("cloud")}/keys/{key}/retire");
        await AddKeyAsync("cloud", "RS256", Rsa.ExportSubjectPublicKeyInfoPem());
        return added.GetProperty("secret").GetString()!;
    }

    private async Task<TestVisitor> OpenAsync(string token)
    {
        var visitor = new TestVisitor(Server);
        await StartAsync(visitor, token);
        await visitor.Connect();
        return visitor;
    }

    private static Task<HttpResponseMessage> SessionAsync(TestVisitor visitor, string? identity) =>
        visitor.HttpAsync(HttpMethod.Post, "/api/visitor/session", new { site = "cloud", page = "https://cloud.example.org/", title = "iStom", locale = "ru", identity });

    private static async Task<JsonElement> StartAsync(TestVisitor visitor, string? identity)
    {
        using var answer = await SessionAsync(visitor, identity);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private long Now() => Server.Clock.GetCurrentInstant().ToUnixTimeSeconds();

    private Dictionary<string, object> Claims(string? sub = "user-1", string? clinic = "1001", string? aud = "cloud", string? jti = "", long? iat = 0, long? exp = 0, long? nbf = null)
    {
        var claims = new (string Name, object? Value)[]
        {
            ("sub", sub), ("clinic", clinic), ("aud", aud), ("jti", jti == "" ? Guid.NewGuid().ToString() : jti), ("iat", iat == 0 ? Now() : iat), ("exp", exp == 0 ? Now() + 300 : exp),
            ("nbf", nbf), ("name", "Пользователь"), ("email", $"{sub}@example.org"),
        };
        return claims.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Name, claim => claim.Value!, StringComparer.Ordinal);
    }

    /// <summary>Written by hand (RFC 7515 §3.1), so that a library's care cannot hide what an attacker would do.</summary>
    private string Token(Dictionary<string, object> claims, string algorithm = "HS256", string? secret = null)
    {
        var signed = $"{Part(new { alg = algorithm, typ = "JWT" })}.{Part(claims)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = algorithm switch
        {
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret ?? _secret), bytes),
            "RS256" => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "ES256" => Curve.SignData(bytes, HashAlgorithmName.SHA256),
            _ => [],
        };
        return $"{signed}.{System.Buffers.Text.Base64Url.EncodeToString(signature)}";
    }

    private static string Part(object content) => System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));

    private string Changed(string token)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Part(Claims(sub: "user-2"))}.{parts[2]}";
    }

    private async Task<string> CountsAsync()
    {
        await using var command = Server.Database.CreateCommand(
            "select (select count(*) from mt_doc_visitor) || ' ' || (select count(*) from mt_doc_usedtoken) || ' ' || (select count(*) from mt_events) || ' ' || (select sum(mt_version) from mt_doc_visitor)");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
