using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Visitors;

/// <summary>Whoever leaves before the answer may say where they can be reached: staff see it, and an erasure takes it.</summary>
public sealed class ContactTests(TestDatabase databases) : ServerTest(databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_visitor_leaves_is_on_their_card_until_they_take_it_back_or_are_erased()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        await using var admin = await TestAgent.SignedInAsync(Server, AgentRole.Administrator);
        var id = (await CardIdAsync(admin)).ToString();

        (await LeaveAsync(visitor, " kto-to@example.org ", "8 (495) 000-12-34")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await CardShouldBeAsync(admin, id, "kto-to@example.org", "8 (495) 000-12-34");
        (await visitor.HttpAsync(HttpMethod.Get, "/api/visitor/contact")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await LeaveAsync(visitor, "kto-to@example.org", "");
        await CardShouldBeAsync(admin, id, "kto-to@example.org", phone: null);

        await admin.TakeAntiforgeryTokenAsync();
        (await admin.HttpAsync(HttpMethod.Post, $"/api/visitors/{id}/erase")).IsSuccessStatusCode.ShouldBeTrue();

        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("kto-to@example.org");
        Server.Log.Entries.ShouldNotContain(entry => entry.Text.Contains("kto-to", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("никто", null, "email-malformed")]
    [InlineData("Кто-то <a@example.org>", null, "email-malformed")]
    [InlineData(null, "позвоните", "phone-malformed")]
    [InlineData(null, "12", "phone-malformed")]
    public async Task What_cannot_be_reached_is_refused(string? email, string? phone, string code)
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);

        using var answer = await LeaveAsync(visitor, email, phone);

        (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString()).ShouldBe((HttpStatusCode.BadRequest, code));
    }

    private static Task<HttpResponseMessage> LeaveAsync(TestVisitor visitor, string? email, string? phone) => visitor.HttpAsync(HttpMethod.Put, "/api/visitor/contact", new { email, phone });

    private static async Task CardShouldBeAsync(TestAgent agent, string id, string? email, string? phone)
    {
        var card = await agent.GetAsync($"/api/visitors/{id}");
        (card.GetProperty("givenEmail").GetString(), card.GetProperty("givenPhone").GetString()).ShouldBe((email, phone));
    }

    private static async Task<Guid> CardIdAsync(TestAgent agent) => (await agent.GetAsync("/api/queue")).GetProperty("items")[0].GetProperty("ticket").GetProperty("visitorId").GetGuid();
}
