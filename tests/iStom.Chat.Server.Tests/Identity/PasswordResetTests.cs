using System.Net;
using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>Whoever has lost their password gets a link from an administrator, sets a new one by it, once, and signs in as before.</summary>
public sealed class PasswordResetTests(TestDatabase databases) : ServerTest(databases)
{
    private const string New = "gravel wombat teal";

    [Fact]
    public async Task A_new_password_ends_every_sign_in_lifts_the_lockout_and_still_asks_for_the_second_factor()
    {
        var (administrator, owner) = (await AdministratorAsync(), await Server.AddAgentAsync("Сотрудник 1"));
        var signedIn = Owned(new TestAgent(Server));
        await signedIn.SignIn(owner.Email);
        await signedIn.TakeAntiforgeryTokenAsync();
        var app = await SetUpAppAsync(signedIn);
        var lost = Owned(new TestAgent(Server));
        for (var i = 0; i < 5; i++)
        {
            await lost.SignIn(owner.Email, "a wrong password");
        }

        (await TestAgent.CodeAsync(await lost.SignIn(owner.Email))).ShouldBe("locked-out");
        var secret = await IssueAsync(administrator, owner.Id);
        (await lost.PostAsync("/api/account/reset", new { secret })).GetProperty("email").GetString().ShouldBe(owner.Email);
        (await UseAsync(lost, secret, "password2026")).ShouldBe("password-too-common");
        (await UseAsync(lost, secret)).ShouldBeNull();

        (await signedIn.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await TestAgent.CodeAsync(await lost.SignIn(owner.Email))).ShouldBe("bad-credentials", "the old password");
        (await TestAgent.CodeAsync(await lost.SignIn(owner.Email, New))).ShouldBe("code-required");
        (await lost.SignIn(owner.Email, New, code: AppCode.Of(app, Server.Clock.GetCurrentInstant() + Duration.FromSeconds(30)))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var lines = (await administrator.GetAsync("/api/audit?kind=PasswordReset")).GetProperty("items").EnumerateArray();
        lines.Select(line => line.GetProperty("by").GetProperty("name").GetString()).ShouldBe(["Сотрудник 1", "Администратор"]);
        (await administrator.GetAsync("/api/audit")).GetRawText().ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_link_that_was_used_replaced_or_made_for_something_else_has_expired_or_is_no_longer_needed_is_refused_alike()
    {
        var (administrator, owner) = (await AdministratorAsync(), await Server.AddAgentAsync());
        var holder = Owned(new TestAgent(Server));
        var replaced = await IssueAsync(administrator, owner.Id);
        var used = await IssueAsync(administrator, owner.Id);
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => UseAsync(holder, used)));
        told.Count(code => code is null).ShouldBe(1, "once, however many use it at the same moment");
        var invitation = (await administrator.PostAsync("/api/invitations", new { email = "new@example.org", name = "Новый", roles = new[] { "Agent" } })).GetProperty("secret").GetString()!;
        foreach (var secret in new[] { replaced, used, invitation, "", "none" })
        {
            (await UseAsync(holder, secret)).ShouldBe("reset-not-found");
            (await holder.RefusalAsync(HttpMethod.Post, "/api/account/reset", new { secret })).ShouldBe("reset-not-found");
        }

        Server.Clock.Advance(Duration.FromMinutes(1));
        var outlived = await IssueAsync(administrator, owner.Id);
        Server.Clock.Advance(Duration.FromMinutes(1));
        await holder.SignIn(owner.Email, New);
        await holder.TakeAntiforgeryTokenAsync();
        (await holder.RefusalAsync(HttpMethod.Post, "/api/account/password", new { current = New, password = "a password of my own" })).ShouldBeNull();
        (await UseAsync(holder, outlived)).ShouldBe("reset-not-found", "a password was set since");
        var disabled = await IssueAsync(administrator, owner.Id);
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/agents/{owner.Id.Value}/disable")).ShouldBeNull();
        (await UseAsync(holder, disabled)).ShouldBe("reset-not-found", "the account is disabled");
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/agents/{owner.Id.Value}/enable")).ShouldBeNull();
        Server.Clock.Advance(PasswordReset.LinkLife);
        (await UseAsync(holder, disabled)).ShouldBe("reset-not-found", "it has expired");
    }

    [Fact]
    public async Task Only_an_administrator_makes_one_and_never_for_themselves_or_for_a_disabled_account()
    {
        var (administrator, owner) = (await AdministratorAsync(), await Server.AddAgentAsync());
        var supervisor = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        var own = (await administrator.GetAsync("/api/account/me")).GetProperty("id").GetGuid();

        (await RefusalAsync(supervisor, own)).ShouldBe("forbidden");
        (await RefusalAsync(administrator, own)).ShouldBe("not-for-yourself");
        (await RefusalAsync(administrator, Guid.NewGuid())).ShouldBe("agent-not-found");
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/agents/{owner.Id.Value}/disable")).ShouldBeNull();
        (await RefusalAsync(administrator, owner.Id.Value)).ShouldBe("agent-disabled");
    }

    private async Task<TestAgent> AdministratorAsync() => Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));

    private async Task<string> SetUpAppAsync(TestAgent agent)
    {
        var offer = await agent.PostAsync("/api/account/totp", new { password = TestAccounts.Password });
        var secret = offer.GetProperty("secret").GetString()!;
        await agent.PostAsync("/api/account/totp/confirm", new { token = offer.GetProperty("token").GetString(), code = AppCode.Of(secret, Server.Clock.GetCurrentInstant()) });
        return secret;
    }

    private static async Task<string> IssueAsync(TestAgent administrator, AgentId agent) =>
        (await administrator.PostAsync($"/api/agents/{agent.Value}/password-reset")).GetProperty("secret").GetString()!;

    private static Task<string?> UseAsync(TestAgent holder, string secret, string password = New) =>
        holder.RefusalAsync(HttpMethod.Post, "/api/account/reset/use", new { secret, password });

    private static Task<string?> RefusalAsync(TestAgent by, Guid agent) => by.RefusalAsync(HttpMethod.Post, $"/api/agents/{agent}/password-reset");
}
