using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Wording;

/// <summary>The team's canned replies are kept by supervisors and read by all; one's own are nobody else's business.</summary>
public sealed class CannedReplyTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly object Greeting = new { title = "Приветствие", shortcut = "/Привет", russian = "Здравствуйте, {visitor}!", english = "Hello {visitor}!" };

    [Fact]
    public async Task Everybody_has_the_teams_and_their_own()
    {
        var (supervisor, agent) = await SignInAsync();
        await supervisor.PostAsync("/api/canned-replies/team", Greeting);
        await agent.PostAsync("/api/canned-replies/own", new { title = "Мой", russian = "Текст" });

        (await TitlesAsync(agent)).ShouldBe(["Мой own ", "Приветствие team привет"]);
        (await TitlesAsync(supervisor)).ShouldBe(["Приветствие team привет"]);
    }

    [Fact]
    public async Task One_changes_and_removes_what_was_read_and_only_within_whose_it_is()
    {
        var (supervisor, agent) = await SignInAsync();
        var team = (await supervisor.PostAsync("/api/canned-replies/team", Greeting)).GetProperty("id").GetString();
        var own = (await agent.PostAsync("/api/canned-replies/own", Greeting)).GetProperty("id").GetString();
        var changed = new { title = "Иначе", russian = "Иначе", version = 1 };

        (await agent.RefusalAsync(HttpMethod.Put, $"/api/canned-replies/own/{team}", changed)).ShouldBe("reply-not-found");
        (await supervisor.RefusalAsync(HttpMethod.Put, $"/api/canned-replies/own/{own}", changed)).ShouldBe("reply-not-found");
        (await supervisor.RefusalAsync(HttpMethod.Put, $"/api/canned-replies/team/{own}", changed)).ShouldBe("reply-not-found");
        (await agent.RefusalAsync(HttpMethod.Put, $"/api/canned-replies/own/{own}", changed)).ShouldBeNull();
        (await agent.RefusalAsync(HttpMethod.Put, $"/api/canned-replies/own/{own}", changed)).ShouldBe("changed-meanwhile");
        (await agent.RefusalAsync(HttpMethod.Delete, $"/api/canned-replies/own/{own}?version=1")).ShouldBe("changed-meanwhile");
        (await agent.RefusalAsync(HttpMethod.Delete, $"/api/canned-replies/own/{own}?version=2")).ShouldBeNull();

        (await TitlesAsync(agent)).ShouldBe(["Приветствие team привет"]);
        (await agent.RefusalAsync(HttpMethod.Delete, $"/api/canned-replies/own/{own}?version=3")).ShouldBe("reply-not-found");
    }

    [Fact]
    public async Task A_shortcut_finds_one_reply_of_the_team_and_one_of_ones_own()
    {
        var (supervisor, agent) = await SignInAsync();
        var first = (await supervisor.PostAsync("/api/canned-replies/team", Greeting)).GetProperty("id").GetString();
        await agent.PostAsync("/api/canned-replies/own", Greeting);
        var second = (await supervisor.PostAsync("/api/canned-replies/team", new { title = "Второй", russian = "Текст" })).GetProperty("id").GetString();

        (await supervisor.RefusalAsync(HttpMethod.Post, "/api/canned-replies/team", Greeting)).ShouldBe("shortcut-taken");
        (await supervisor.RefusalAsync(HttpMethod.Put, $"/api/canned-replies/team/{second}", new { title = "Второй", shortcut = "ПРИВЕТ", russian = "Текст", version = 1 })).ShouldBe("shortcut-taken");
        (await agent.RefusalAsync(HttpMethod.Post, "/api/canned-replies/own", Greeting)).ShouldBe("shortcut-taken");
        (await supervisor.RefusalAsync(HttpMethod.Put, $"/api/canned-replies/team/{first}", new { title = "Иначе", shortcut = "привет", russian = "Текст", version = 1 })).ShouldBeNull("its own");
        (await supervisor.RefusalAsync(HttpMethod.Post, "/api/canned-replies/own", Greeting)).ShouldBeNull("another's own is nobody else's business");
    }

    [Fact]
    public async Task Of_those_who_add_the_same_shortcut_at_once_one_has_it()
    {
        var (supervisor, agent) = await SignInAsync();

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => supervisor.RefusalAsync(HttpMethod.Post, "/api/canned-replies/team", Greeting)));

        refusals.ShouldBe([null, .. Enumerable.Repeat("shortcut-taken", 7)], ignoreOrder: true);
        (await TitlesAsync(agent)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_unknown_placeholder_is_refused_with_its_place()
    {
        var (_, agent) = await SignInAsync();

        using var answer = await agent.HttpAsync(HttpMethod.Post, "/api/canned-replies/own", new { title = "А", russian = "Раз\n{имя}" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        string?[] said = [.. new[] { "code", "property", "placeholder", "line" }.Select(name => problem.GetProperty(name).GetString())];
        said.ShouldBe(["unknown-placeholder", "Russian", "имя", "2"]);
        (await TitlesAsync(agent)).ShouldBeEmpty();
    }

    private async Task<(TestAgent Supervisor, TestAgent Agent)> SignInAsync() => (
        Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший")), Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent, "Сотрудник")));

    private static async Task<IEnumerable<string>> TitlesAsync(TestAgent agent) => (await agent.GetAsync("/api/canned-replies")).EnumerateArray()
        .Select(reply => $"{reply.GetProperty("title").GetString()} {(reply.GetProperty("own").GetBoolean() ? "own" : "team")} {reply.GetProperty("shortcut").GetString()}");
}
