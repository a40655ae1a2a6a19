using System.Net;
using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>A code of an authenticator app besides the password; each serves once.</summary>
public sealed class SecondFactorTests(TestDatabase databases) : ServerTest(databases)
{
    /// <summary>RFC 6238, appendix B, SHA-1: the last six of the eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Totp.CodeOf(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepOf(Instant.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_as_apps_read_them(string secret, string written) => Totp.Write(Encoding.ASCII.GetBytes(secret)).ShouldBe(written);

    [Fact]
    public async Task Once_it_is_set_up_the_password_alone_opens_nothing()
    {
        var (agent, email, secret, _) = await SetUpAsync();

        (await TestAgent.CodeAsync(await agent.SignIn(email))).ShouldBe("code-required");
        (await TestAgent.CodeAsync(await agent.SignIn(email, "a wrong password", code: Code(secret, 1)))).ShouldBe("bad-credentials");
        (await TestAgent.CodeAsync(await agent.SignIn(email, code: "000000"))).ShouldBe("bad-code");
        (await agent.SignIn(email, code: Code(secret, 1))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_code_serves_once_and_a_neighbour_in_time_is_taken()
    {
        var (agent, email, secret, _) = await SetUpAsync();
        Server.Clock.Advance(Duration.FromMinutes(2));
        var before = Code(secret, -1);

        (await TestAgent.CodeAsync(await agent.SignIn(email, code: Code(secret, -2)))).ShouldBe("bad-code");
        (await agent.SignIn(email, code: before)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await TestAgent.CodeAsync(await agent.SignIn(email, code: before))).ShouldBe("bad-code");
        (await agent.SignIn(email, code: Code(secret, 1))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await TestAgent.CodeAsync(await agent.SignIn(email, code: Code(secret, 0)))).ShouldBe("bad-code", "an earlier one than the last");
    }

    [Fact]
    public async Task The_same_code_at_the_same_moment_signs_in_one()
    {
        var (agent, email, secret, _) = await SetUpAsync();
        var code = Code(secret, 1);

        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await TestAgent.CodeAsync(await Owned(new TestAgent(Server)).SignIn(email, code: code))));

        told.Count(refusal => refusal is null).ShouldBe(1, string.Join(", ", told));
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_by_who_knows_the_password()
    {
        var (_, email, secret, _) = await SetUpAsync();
        var stranger = Owned(new TestAgent(Server));
        for (var i = 0; i < 5; i++)
        {
            (await TestAgent.CodeAsync(await stranger.SignIn(email))).ShouldBe("code-required");
            (await TestAgent.CodeAsync(await stranger.SignIn(email, code: "000000"))).ShouldBe("bad-code");
        }

        (await TestAgent.CodeAsync(await stranger.SignIn(email, code: Code(secret, 1)))).ShouldBe("locked-out");
    }

    [Fact]
    public async Task Ten_recovery_codes_serve_once_each_and_new_ones_replace_them()
    {
        var (agent, email, _, codes) = await SetUpAsync();
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(10);

        (await agent.SignIn(email, code: codes[0].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await TestAgent.CodeAsync(await agent.SignIn(email, code: codes[0]))).ShouldBe("bad-code");
        (await agent.GetAsync("/api/account/security")).GetProperty("signIn").GetProperty("recoveryCodes").GetInt32().ShouldBe(9);

        await agent.TakeAntiforgeryTokenAsync();
        var renewed = (await agent.PostAsync("/api/account/recovery-codes", new { password = TestAccounts.Password })).GetProperty("codes");
        (await TestAgent.CodeAsync(await agent.SignIn(email, code: codes[1]))).ShouldBe("bad-code");
        (await agent.SignIn(email, code: renewed[1].GetString())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Removing_it_needs_the_password_and_is_in_the_audit()
    {
        var (agent, email, _, _) = await SetUpAsync(AgentRole.Administrator);

        (await agent.RefusalAsync(HttpMethod.Post, "/api/account/totp/remove", new { password = "a wrong password" })).ShouldBe("wrong-password");
        (await agent.RefusalAsync(HttpMethod.Post, "/api/account/totp/remove", new { password = TestAccounts.Password })).ShouldBeNull();

        (await agent.SignIn(email)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var line = (await agent.GetAsync("/api/audit")).GetProperty("items")[0];
        line.GetProperty("before").GetProperty("signIn").GetProperty("totp").GetBoolean().ShouldBeTrue();
        line.GetProperty("after").GetProperty("signIn").GetProperty("totp").GetBoolean().ShouldBeFalse();
        await agent.TakeAntiforgeryTokenAsync();
        (await agent.RefusalAsync(HttpMethod.Post, "/api/account/recovery-codes", new { password = TestAccounts.Password })).ShouldBe("no-second-factor");
    }

    [Fact]
    public async Task Secrets_and_codes_are_stored_sealed_and_hashed()
    {
        var (_, _, secret, codes) = await SetUpAsync();
        await using var command = Server.Database.CreateCommand(
            "select string_agg(text, ' ') from (select data::text from mt_doc_agent union all select data::text from mt_events) as all_of_it(text)");

        var stored = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        foreach (var word in codes.Append(Totp.Write(secret)).Append(Convert.ToBase64String(secret)).Append(codes[0].Replace("-", "", StringComparison.Ordinal)))
        {
            stored.ShouldNotContain(word);
        }
    }

    private async Task<(TestAgent Agent, string Email, byte[] Secret, string[] Codes)> SetUpAsync(AgentRole role = AgentRole.Agent)
    {
        var account = await Server.Store.AddAgentAsync("Сотрудник", paidSupport: false, role);
        var agent = Owned(new TestAgent(Server));
        await agent.SignIn(account.Email);
        await agent.TakeAntiforgeryTokenAsync();
        (await agent.RefusalAsync(HttpMethod.Post, "/api/account/totp", new { password = "a wrong password" })).ShouldBe("wrong-password");
        var offer = await agent.PostAsync("/api/account/totp", new { password = TestAccounts.Password });
        var (secret, token) = (AppCode.Read(offer.GetProperty("secret").GetString()!), offer.GetProperty("token").GetString());
        (await agent.RefusalAsync(HttpMethod.Post, "/api/account/totp/confirm", new { token, code = "000000" })).ShouldBe("bad-code");
        var given = await agent.PostAsync("/api/account/totp/confirm", new { token, code = Code(secret, 0) });
        return (agent, account.Email, secret, [.. given.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)]);
    }

    private string Code(byte[] secret, int step) => Totp.CodeOf(secret, Totp.StepOf(Server.Clock.GetCurrentInstant()) + step);
}
