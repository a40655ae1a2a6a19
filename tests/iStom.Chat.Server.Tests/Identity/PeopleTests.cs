using System.Net;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>An administrator says who may do what; it holds at once, and it is written down who said so.</summary>
public sealed class PeopleTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task Changed_rights_end_sockets_and_sign_ins_everywhere_and_hold_at_the_next_one()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        var account = await Server.AddAgentAsync("Сотрудник");
        var (desk, elsewhere) = (Owned(new TestAgent(Server)), Owned(new TestAgent(Server)));
        var colleague = Owned(await TestAgent.OnDutyAsync(Server, "Коллега"));
        foreach (var agent in new[] { desk, elsewhere })
        {
            await agent.SignIn(account.Email);
            await agent.Connect();
        }

        (await ChangeAsync(administrator, account, name: "Новое имя", roles: ["Supervisor"], paidSupport: true, chatLimit: 7)).ShouldBeNull();

        await Task.WhenAll(desk.Closed, elsewhere.Closed);
        (await desk.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await desk.SignIn(account.Email);
        var me = await desk.GetAsync("/api/account/me");
        (me.GetProperty("name").GetString(), me.GetProperty("roles")[0].GetString(), me.GetProperty("paidSupport").GetBoolean()).ShouldBe(("Новое имя", "Supervisor", true));
        (await Of(administrator, account)).GetProperty("chatLimit").GetInt32().ShouldBe(7);
        (await colleague.Desk()).Me.Name.ShouldBe("Коллега");
    }

    [Fact]
    public async Task A_disabled_account_cannot_sign_in_until_it_is_enabled()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var account = await Server.AddAgentAsync();
        var agent = Owned(new TestAgent(Server));
        await agent.SignIn(account.Email);
        await agent.Connect();

        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/agents/{account.Id.Value}/disable")).ShouldBeNull();

        await agent.Closed;
        (await TestAgent.CodeAsync(await agent.SignIn(account.Email))).ShouldBe("account-disabled");
        (await TestAgent.CodeAsync(await agent.SignIn(account.Email, "a wrong password"))).ShouldBe("bad-credentials");
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/agents/{account.Id.Value}/enable")).ShouldBeNull();
        (await agent.SignIn(account.Email)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_next_ticket_is_taken_up_to_the_limit_and_again_when_one_is_done()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var account = await Server.AddAgentAsync();
        await ChangeAsync(administrator, account, chatLimit: 1);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Owned(await TestVisitor.OpenAsync(Server)).Send("Вопрос");
        }

        var agent = Owned(new TestAgent(Server));
        await agent.SignIn(account.Email);
        await agent.Connect();
        var first = (await agent.TakeNext()).Ticket.Id;
        (await TestClient.RefusalOf(agent.TakeNext)).ShouldBe("too-many-chats");
        await agent.Reply(first, "Ответ");
        (await TestClient.RefusalOf(agent.TakeNext)).ShouldBe("too-many-chats", "the customer may write again");
        await agent.Resolve(first);

        (await agent.TakeNext()).Ticket.Id.ShouldNotBe(first);
    }

    [Fact]
    public async Task The_audit_says_who_changed_which_rights_from_where()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        var account = await Server.AddAgentAsync("Сотрудник");

        await ChangeAsync(administrator, account, roles: ["Agent", "Supervisor"]);

        var line = (await administrator.GetAsync("/api/audit?kind=AgentRights")).GetProperty("items")[0];
        line.GetProperty("by").GetProperty("name").GetString().ShouldBe("Администратор");
        line.GetProperty("from").GetString().ShouldBe("127.0.0.1");
        line.GetProperty("before").GetProperty("roles").GetArrayLength().ShouldBe(1);
        line.GetProperty("after").GetProperty("roles").GetArrayLength().ShouldBe(2);
        line.GetRawText().ShouldNotContain("Hash", Case.Insensitive);
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var me = await AccountOf(administrator);

        (await ChangeAsync(administrator, me, roles: ["Agent"])).ShouldBe("last-administrator");
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/agents/{administrator.Account.Value}/disable")).ShouldBe("last-administrator");
        await Server.Store.AddAgentAsync("Второй", paidSupport: false, AgentRole.Administrator);
        (await ChangeAsync(administrator, me, roles: ["Agent"])).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_administrators_who_disable_each_other_at_once_one_stays()
    {
        for (var i = 0; i < 5; i++)
        {
            var first = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
            var second = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));

            var refusals = await Task.WhenAll(
                first.RefusalAsync(HttpMethod.Post, $"/api/agents/{second.Account.Value}/disable"),
                second.RefusalAsync(HttpMethod.Post, $"/api/agents/{first.Account.Value}/disable"));

            refusals.Count(refusal => refusal is null).ShouldBe(1, string.Join(", ", refusals));
            var (winner, other) = refusals[0] is null ? (first, second) : (second, first);
            (await winner.RefusalAsync(HttpMethod.Post, $"/api/agents/{winner.Account.Value}/disable")).ShouldBe("last-administrator");
            await using var leave = Server.Database.CreateCommand("update mt_doc_agent set data = data || '{\"Disabled\": true}' where id = $1 or id = $2");
            leave.Parameters.AddWithValue(winner.Account.Value);
            leave.Parameters.AddWithValue(other.Account.Value);
            await leave.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("no address", "Имя", null, "email-malformed")]
    [InlineData("a@example.org", " ", null, "name-malformed")]
    [InlineData("a@example.org", "Имя", 0, "chat-limit-out-of-range")]
    [InlineData("a@example.org", "Имя", 101, "chat-limit-out-of-range")]
    public async Task What_makes_no_sense_is_refused(string email, string name, int? chatLimit, string code)
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var account = await Server.AddAgentAsync();

        (await ChangeAsync(administrator, account, name: name, email: email, chatLimit: chatLimit)).ShouldBe(code);
    }

    [Fact]
    public async Task An_address_that_is_taken_and_a_stale_edit_are_refused()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var (one, other) = (await Server.AddAgentAsync(), await Server.AddAgentAsync());
        var stale = (await Of(administrator, one)).GetProperty("version").GetInt64();

        (await ChangeAsync(administrator, one, email: other.Email.ToUpperInvariant())).ShouldBe("email-taken");
        (await ChangeAsync(administrator, one, name: "Новое имя")).ShouldBeNull();
        (await ChangeAsync(administrator, one, name: "Другое имя", version: stale)).ShouldBe("changed-meanwhile");
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_role_with_a_request_that_is_about_something_else()
    {
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent));
        var password = new { current = TestAccounts.Password, password = "another word of mine", roles = new[] { "Administrator" }, paidSupport = true };

        (await agent.RefusalAsync(HttpMethod.Post, "/api/account/password", password)).ShouldBeNull();

        var me = await agent.GetAsync("/api/account/me");
        me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["Agent"]);
        me.GetProperty("paidSupport").GetBoolean().ShouldBeFalse();
    }

    private async Task<Agent> AccountOf(TestAgent agent) =>
        (await Server.Store.OpenSession().LoadAsync<Agent>(agent.Account.Value, TestContext.Current.CancellationToken))!.Value;

    private static async Task<JsonElement> Of(TestAgent administrator, Agent account) =>
        (await administrator.GetAsync("/api/agents")).EnumerateArray().Single(agent => agent.GetProperty("id").GetGuid() == account.Id.Value);

    private static async Task<string?> ChangeAsync(
        TestAgent administrator, Agent account, string? name = null, string? email = null, string[]? roles = null, bool paidSupport = false, int? chatLimit = null, long? version = null)
    {
        var read = version ?? (await Of(administrator, account)).GetProperty("version").GetInt64();
        var body = new { email = email ?? account.Email, name = name ?? account.Name, roles = roles ?? ["Agent"], paidSupport, chatLimit, version = read };
        return await administrator.RefusalAsync(HttpMethod.Put, $"/api/agents/{account.Id.Value}", body);
    }
}
