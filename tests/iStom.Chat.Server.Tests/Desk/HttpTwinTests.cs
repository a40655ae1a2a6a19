using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>What the desk's hub does, an integration does over HTTP.</summary>
public sealed class HttpTwinTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task A_ticket_is_classified_handed_over_and_opened_again_over_HTTP()
    {
        var (visitor, agent, ticket) = await WaitingTicket();
        await visitor.Claim(RequestKind.WorkStopped);
        await using var colleague = await TestAgent.OnDutyAsync(Server, "Сотрудник П");
        var to = (await colleague.Desk()).Me.Id;

        (await Post(agent, ticket, "reject-criticality", new { reason = "Работает" })).GetProperty("criticality").GetString().ShouldBe("Rejected");
        (await Post(agent, ticket, "kind", new { kind = "CriticalError", reason = "Со слов по телефону" })).GetProperty("claim").GetProperty("byVisitor").GetBoolean().ShouldBeFalse();
        (await Post(agent, ticket, "confirm-criticality")).GetProperty("criticality").GetString().ShouldBe("Confirmed");
        await Post(agent, ticket, "take");
        (await Post(agent, ticket, "release")).GetProperty("status").GetString().ShouldBe("Waiting");
        await Post(agent, ticket, "take");
        await Post(agent, ticket, "end-wait");
        await Post(agent, ticket, "resolve");
        (await Post(agent, ticket, "reopen")).GetProperty("status").GetString().ShouldBe("AwaitingCustomer");
        (await Post(agent, ticket, "transfer", new { to })).GetProperty("assignedTo").GetProperty("name").GetString().ShouldBe("Сотрудник П");
    }

    [Fact]
    public async Task A_shift_ends_over_HTTP()
    {
        var (_, agent, ticket) = await WaitingTicket();
        await Post(agent, ticket, "take");

        var left = await agent.PostAsync("/api/tickets/hand-over", new { tickets = new[] { new { ticket, note = "Обещала перезвонить" } } });

        left.GetArrayLength().ShouldBe(0);
        (await agent.Desk()).Queue.Total.ShouldBe(1);
        (await agent.RefusalAsync(HttpMethod.Post, "/api/tickets/hand-over", new { tickets = Array.Empty<object>() })).ShouldBe("tickets-out-of-range");
    }

    [Fact]
    public async Task An_older_page_comes_over_HTTP()
    {
        var (_, agent, ticket) = await WaitingTicket();

        using var page = await agent.HttpAsync(HttpMethod.Get, $"/api/tickets/{ticket}/messages?before=3&limit=1");

        var messages = await page.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        messages.EnumerateArray().Select(message => message.GetProperty("text").GetString()).ShouldBe(["Вопрос"]);
    }

    [Fact]
    public async Task A_refusal_has_its_status_and_its_code()
    {
        var (_, agent, ticket) = await WaitingTicket();

        (await Refused(agent, ticket, "confirm-criticality")).ShouldBe((HttpStatusCode.Conflict, "nothing-claimed"));
        (await Refused(agent, ticket, "transfer", new { to = Guid.NewGuid() })).ShouldBe((HttpStatusCode.NotFound, "agent-not-found"));
        (await Refused(agent, Guid.NewGuid(), "release")).ShouldBe((HttpStatusCode.NotFound, "ticket-not-found"));
        (await Refused(agent, ticket, "kind", new { kind = "Nonsense" })).ShouldBe((HttpStatusCode.BadRequest, "malformed"));
        await agent.ChangeKind(ticket, RequestKind.WorkStopped);
        (await Refused(agent, ticket, "kind", new { kind = "Question" })).ShouldBe((HttpStatusCode.Conflict, "claim-undecided"));
        (await Refused(agent, ticket, "reject-criticality", new { })).ShouldBe((HttpStatusCode.BadRequest, "reason-missing"));
    }

    private static async Task<JsonElement> Post(TestAgent agent, Guid ticket, string what, object? body = null)
    {
        using var response = await agent.HttpAsync(HttpMethod.Post, $"/api/tickets/{ticket}/{what}", body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, what);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task<(HttpStatusCode Status, string? Code)> Refused(TestAgent agent, Guid ticket, string what, object? body = null)
    {
        using var response = await agent.HttpAsync(HttpMethod.Post, $"/api/tickets/{ticket}/{what}", body);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (response.StatusCode, problem.GetProperty("code").GetString());
    }

    private async Task<(TestVisitor Visitor, TestAgent Agent, Guid Ticket)> WaitingTicket()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var agent = Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник М"));
        await agent.TakeAntiforgeryTokenAsync();
        await visitor.Send("Вопрос");
        return (visitor, agent, (await agent.Desk()).Queue.Items[0].Ticket.Id);
    }
}
