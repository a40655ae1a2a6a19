using System.Net;
using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>A link makes one account, with the rights that an administrator gave it and the password that its holder chose.</summary>
public sealed class InvitationTests(TestDatabase databases) : ServerTest(databases)
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task The_invited_choose_name_and_password_and_get_the_rights_of_the_invitation()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        var secret = await InviteAsync(administrator);
        var invited = Owned(new TestAgent(Server));

        (await invited.PostAsync("/api/account/invitation", new { secret })).GetProperty("email").GetString().ShouldBe("new@example.org");
        (await AcceptAsync(invited, secret)).ShouldBeNull();

        (await invited.SignIn("new@example.org", Password)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var me = await invited.GetAsync("/api/account/me");
        (me.GetProperty("name").GetString(), me.GetProperty("roles")[0].GetString(), me.GetProperty("paidSupport").GetBoolean()).ShouldBe(("Новая", "Supervisor", true));
        (await administrator.GetAsync("/api/invitations")).GetArrayLength().ShouldBe(0);
        var lines = (await administrator.GetAsync("/api/audit")).GetProperty("items").EnumerateArray().ToList();
        lines.Select(line => (line.GetProperty("kind").GetString(), line.GetProperty("by").GetProperty("name").GetString()))
            .ShouldBe([("Invitation", "Новая"), ("AgentRights", "Новая"), ("Invitation", "Администратор")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_link_serves_once_however_many_use_it_at_the_same_moment()
    {
        var secret = await InviteAsync(Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator)));
        var invited = Owned(new TestAgent(Server));

        var refusals = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AcceptAsync(invited, secret)));

        refusals.Count(refusal => refusal is null).ShouldBe(1);
        refusals.OfType<string>().ShouldAllBe(refusal => refusal == "invitation-not-found" || refusal == "email-taken");
        (await AcceptAsync(invited, secret)).ShouldBe("invitation-not-found");
    }

    [Fact]
    public async Task It_expires_and_a_new_link_replaces_it()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var old = await InviteAsync(administrator);
        var invited = Owned(new TestAgent(Server));
        Server.Clock.Advance(Invitation.LinkLife);
        (await AcceptAsync(invited, old)).ShouldBe("invitation-not-found");
        administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var open = (await administrator.GetAsync("/api/invitations"))[0];
        open.GetProperty("expired").GetBoolean().ShouldBeTrue();

        var renewed = (await administrator.PostAsync($"/api/invitations/{open.GetProperty("id").GetString()}/reissue")).GetProperty("secret").GetString()!;
        Server.Clock.Advance(Invitation.LinkLife - Duration.FromSeconds(1));

        (await AcceptAsync(invited, old)).ShouldBe("invitation-not-found");
        (await AcceptAsync(invited, renewed)).ShouldBeNull();
    }

    [Fact]
    public async Task A_revoked_link_opens_nothing()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var secret = await InviteAsync(administrator);
        var id = (await administrator.GetAsync("/api/invitations"))[0].GetProperty("id").GetString();

        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/invitations/{id}/revoke")).ShouldBeNull();

        (await AcceptAsync(Owned(new TestAgent(Server)), secret)).ShouldBe("invitation-not-found");
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/invitations/{id}/reissue")).ShouldBe("invitation-not-found");
    }

    [Fact]
    public async Task The_secret_is_long_and_stored_nowhere()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var secret = await InviteAsync(administrator);

        secret.Length.ShouldBe(43, "256 bits");
        (await administrator.GetAsync("/api/audit")).GetRawText().ShouldNotContain(secret);
        await using var command = Server.Database.CreateCommand(
            "select count(*) from (select data::text from mt_doc_invitation union all select data::text || hash from mt_doc_linkkey union all select data::text from mt_events) as all_of_it(text) where text like '%' || $1 || '%'");
        command.Parameters.AddWithValue(secret);
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
    }

    [Fact]
    public async Task Nobody_is_invited_twice_and_the_holder_chooses_no_rights()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var secret = await InviteAsync(administrator);
        var again = new { email = "NEW@example.org", name = "Новая", roles = new[] { "Agent" } };
        (await administrator.RefusalAsync(HttpMethod.Post, "/api/invitations", again)).ShouldBe("already-invited");
        var invited = Owned(new TestAgent(Server));

        (await invited.RefusalAsync(HttpMethod.Post, "/api/account/invitation/accept", new { secret, name = "Новая", password = Password, roles = new[] { "Administrator" }, email = "other@example.org" })).ShouldBeNull();

        await invited.SignIn("new@example.org", Password);
        (await invited.GetAsync("/api/account/me")).GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["Supervisor"]);
        (await administrator.RefusalAsync(HttpMethod.Post, "/api/invitations", again)).ShouldBe("email-taken");
    }

    [Theory]
    [InlineData("short", "password-too-short")]
    [InlineData("password2026", "password-too-common")]
    [InlineData("new.example.istom", "password-too-common")]
    public async Task A_password_that_is_guessed_first_is_refused_and_the_link_still_serves(string password, string code)
    {
        var secret = await InviteAsync(Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator)));
        var invited = Owned(new TestAgent(Server));

        (await invited.RefusalAsync(HttpMethod.Post, "/api/account/invitation/accept", new { secret, name = "Новая", password })).ShouldBe(code);

        (await AcceptAsync(invited, secret)).ShouldBeNull();
    }

    private static async Task<string> InviteAsync(TestAgent administrator)
    {
        var issued = await administrator.PostAsync("/api/invitations", new { email = "New@example.org", name = "Предложенное", roles = new[] { "Supervisor" }, paidSupport = true });
        return issued.GetProperty("secret").GetString()!;
    }

    private static Task<string?> AcceptAsync(TestAgent invited, string secret) =>
        invited.RefusalAsync(HttpMethod.Post, "/api/account/invitation/accept", new { secret, name = "Новая", password = Password });
}
