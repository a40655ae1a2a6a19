using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.RemoteSupport;

/// <summary>TeamViewer that refuses, fails, is silent or answers with something else: the agent is told why and asks for the visitor's own id.</summary>
public sealed class TeamViewerTests(TestDatabase databases) : RemoteSupportTest(databases)
{
    [Theory]
    [InlineData(401, "Http401")]
    [InlineData(403, "Http403")]
    [InlineData(429, "Http429")]
    [InlineData(500, "Http500")]
    [InlineData(503, "Http503")]
    public async Task Nothing_is_promised_that_TeamViewer_did_not_make(int status, string reason)
    {
        await SetUpAsync();
        var (visitor, agent, ticket) = await InHandAsync();
        Service.Status = status;

        using (var answer = await agent.HttpAsync(HttpMethod.Post, $"/api/tickets/{ticket}/remote-support", new { session = Guid.CreateVersion7(), purpose = "Настроить печать", asksForId = false }))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            (problem.GetProperty("code").GetString(), problem.GetProperty("reason").GetString()).ShouldBe(("teamviewer-unavailable", reason));
        }

        Service.Calls.All.Count.ShouldBe(1, "What makes a code is not repeated.");
        (await visitor.Join()).Messages.ShouldNotContain(message => message.Remote != null);
        await InviteAsync(agent, ticket, asksForId: true);
        (await visitor.Messages.Until(message => message.Notice == TicketNotice.RemoteSupportInvited)).Remote!.AsksForId.ShouldBeTrue();
    }

    [Fact]
    public async Task A_silent_TeamViewer_is_not_waited_for_one_that_fails_again_and_again_is_left_alone_and_a_paused_one_is_not_asked()
    {
        await SetUpAsync();
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        Service.IsSilent = true;
        var asking = TestAsync(administrator);
        await Service.Calls.Until(call => call.Path == "/api/v1/ping");
        Time.Advance(TimeSpan.FromSeconds(10));
        (await asking).ShouldBe("Timeout");
        (Service.IsSilent, Service.Status) = (false, 503);
        for (var failures = 1; failures < 5; failures++)
        {
            (await TestAsync(administrator)).ShouldBe("Http503");
        }

        var before = Service.Calls.All.Count;
        (await TestAsync(administrator)).ShouldBe("LeftAlone");
        Service.Calls.All.Count.ShouldBe(before);
        (await HealthAsync(administrator)).GetProperty("failedAt").ValueKind.ShouldBe(JsonValueKind.String);

        (await administrator.RefusalAsync(HttpMethod.Put, "/api/integrations/teamviewer", new { isPaused = true })).ShouldBeNull();
        (await TestAsync(administrator)).ShouldBe("Paused");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/integrations/teamviewer", new { isPaused = false })).ShouldBeNull();
        Service.Status = 0;
        Time.Advance(TimeSpan.FromSeconds(61));
        (await TestAsync(administrator)).ShouldBeNull();
        var health = await HealthAsync(administrator);
        (health.GetProperty("isSetUp").GetBoolean(), health.GetProperty("failedAt").ValueKind).ShouldBe((true, JsonValueKind.Null));
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_is_shown_to_nobody()
    {
        await SetUpAsync();
        var (visitor, agent, ticket) = await InHandAsync();
        Service.CustomerHost = "get.teamviewer.com.example.org";

        (await TryInviteAsync(agent, ticket, Guid.CreateVersion7())).ShouldBe("teamviewer-unavailable");
        (await visitor.Join()).Messages.ShouldNotContain(message => message.Remote != null);
    }

    private static async Task<string?> TestAsync(TestAgent administrator) =>
        (await administrator.PostAsync("/api/remote-support/test")).GetProperty("reason").GetString();

    private static async Task<JsonElement> HealthAsync(TestAgent administrator) =>
        (await administrator.GetAsync("/api/integrations")).EnumerateArray().Single(one => one.GetProperty("name").GetString() == "teamviewer");

    [Fact]
    public async Task The_settings_are_an_administrators_the_token_is_told_to_nobody_and_tested_as_the_documentation_says()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await administrator.RefusalAsync(HttpMethod.Post, "/api/remote-support/test")).ShouldBe("teamviewer-not-set-up");
        (await Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor)).RefusalAsync(HttpMethod.Get, "/api/remote-support")).ShouldBe("forbidden");
        var body = new { company = "iStom", groupName = "Поддержка", accessMinutes = 30, token = ScriptedTeamViewer.Token, forgetToken = false, version = 0 };
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/remote-support", body with { accessMinutes = 4 })).ShouldBe("access-minutes-out-of-range");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/remote-support", body with { company = " " })).ShouldBe("text-malformed");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/remote-support", body with { token = "с пробелом" })).ShouldBe("token-malformed");
        var kept = await SetUpAsync();
        kept.GetProperty("settings").GetProperty("tokenHint").GetString().ShouldBe(ScriptedTeamViewer.Token[^4..]);
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/remote-support", body)).ShouldBe("changed-meanwhile");

        (await administrator.PostAsync("/api/remote-support/test")).GetProperty("reason").ValueKind.ShouldBe(JsonValueKind.Null);
        Service.Calls.All[^1].Path.ShouldBe("/api/v1/ping");
        foreach (var path in (string[])["/api/remote-support", "/api/audit"])
        {
            (await administrator.GetAsync(path)).GetRawText().ShouldNotContain(ScriptedTeamViewer.Token);
        }

        await SetUpAsync("9999999-wrong-token-altogether");
        (await administrator.PostAsync("/api/remote-support/test")).GetProperty("reason").GetString().ShouldBe("Http401");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/remote-support", body with { token = null!, forgetToken = true, version = 2 })).ShouldBeNull();
        (await administrator.RefusalAsync(HttpMethod.Post, "/api/remote-support/test")).ShouldBe("teamviewer-not-set-up");
    }
}
