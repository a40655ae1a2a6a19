using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>Who is a member of the staff, and for how long.</summary>
public sealed class AgentIdentityTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task Signing_out_closes_the_sockets_and_the_cookie_is_worthless()
    {
        var account = await Server.AddAgentAsync();
        await using var agent = new TestAgent(Server);
        await agent.SignIn(account.Email);
        await agent.Connect();
        await agent.TakeAntiforgeryTokenAsync();
        var cookie = agent.Cookie;

        (await agent.HttpAsync(HttpMethod.Post, "/api/account/sign-out")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await agent.Closed;
        agent.Cookie = cookie;
        (await agent.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Should.ThrowAsync<WebSocketException>(() => agent.Connect());
    }

    [Fact]
    public async Task A_sign_in_ends_after_twelve_hours()
    {
        var account = await Server.AddAgentAsync();
        await using var agent = new TestAgent(Server);
        await agent.SignIn(account.Email);

        Server.Clock.Advance(AgentSession.Longest);

        (await agent.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Writes_over_HTTP_need_the_antiforgery_token()
    {
        var account = await Server.AddAgentAsync();
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        await using var agent = new TestAgent(Server);
        await agent.SignIn(account.Email);

        (await CodeOf(await agent.HttpAsync(HttpMethod.Post, "/api/tickets/next"))).ShouldBe("antiforgery");
        (await agent.HttpAsync(HttpMethod.Get, "/api/queue")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await agent.TakeAntiforgeryTokenAsync();

        (await agent.HttpAsync(HttpMethod.Post, "/api/tickets/next")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_main_job_works_over_HTTP_too()
    {
        var account = await Server.AddAgentAsync("Сотрудник 1");
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        await using var agent = new TestAgent(Server);
        await agent.SignIn(account.Email);
        await agent.TakeAntiforgeryTokenAsync();

        var taken = TestClient.Read<AgentTicket>(await BodyOf(await agent.HttpAsync(HttpMethod.Post, "/api/tickets/next")));
        var id = Guid.CreateVersion7();
        await agent.HttpAsync(HttpMethod.Post, $"/api/tickets/{taken.Id}/notes", new { id, text = "Внутреннее" });
        await agent.HttpAsync(HttpMethod.Post, $"/api/tickets/{taken.Id}/messages", new { id, text = "Ответ" });
        await agent.HttpAsync(HttpMethod.Post, $"/api/tickets/{taken.Id}/messages", new { id, text = "Ответ" });
        var resolved = TestClient.Read<AgentTicket>(await BodyOf(await agent.HttpAsync(HttpMethod.Post, $"/api/tickets/{taken.Id}/resolve")));

        resolved.Status.ShouldBe(Domain.Tickets.TicketStatus.Resolved);
        (await visitor.Messages.Until(message => message.Text == "Ответ")).AuthorName.ShouldBe("Сотрудник 1");
        (await visitor.Join()).Messages.Count(message => message.Text is not null).ShouldBe(2);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await BodyOf(response));
        return json.RootElement.GetProperty("code").GetString();
    }

    private static Task<string> BodyOf(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
