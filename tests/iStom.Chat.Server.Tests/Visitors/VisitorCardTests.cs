using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Visitors;

/// <summary>All of a visitor on one card, and nothing of anybody else.</summary>
public sealed class VisitorCardTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task The_card_has_all_of_a_verified_user_and_of_the_thread_before_and_nothing_of_others()
    {
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника «Первая»", Tariff.Paid);
        await Server.Store.AddClinicAsync(clinic);
        await using var agent = await TestAgent.OnDutyAsync(Server, paidSupport: true);
        await using var browser = await TestVisitor.OpenAsync(Server, "cloud");
        await browser.Send("До входа");
        var before = (await agent.TakeNext()).Ticket;
        await agent.Reply(before.Id, "Ответ");
        await CloseAsync(before.Id);
        var user = await VouchAsync(before.VisitorId, before.ConversationId, clinic);
        await using var stranger = await TestVisitor.OpenAsync(Server);
        await stranger.Send("Чужое");
        await using var colleague = await TestVisitor.OpenAsync(Server, key: await Server.AddVerifiedVisitorAsync(clinic));
        await colleague.Send("Коллега из той же клиники");
        Server.Clock.Advance(Duration.FromHours(1));
        await using var signedIn = await browser.Again("i-stom");
        await signedIn.Send("После входа");

        var card = await agent.GetAsync($"/api/visitors/{user.Id.Value}");
        var tickets = (await agent.GetAsync($"/api/visitors/{user.Id.Value}/tickets")).GetProperty("items").EnumerateArray().ToList();

        card.GetProperty("name").GetString().ShouldBe("Пользователь");
        card.GetProperty("verified").GetBoolean().ShouldBeTrue();
        card.GetProperty("clinic").GetProperty("name").GetString().ShouldBe("Клиника «Первая»");
        card.GetProperty("firstWrote").GetDateTimeOffset().ShouldBe(RunningServer.MondayNoon.ToDateTimeOffset());
        card.GetProperty("block").ValueKind.ShouldBe(JsonValueKind.Null);
        tickets.Select(ticket => (ticket.GetProperty("preview").GetString(), ticket.GetProperty("verified").GetBoolean()))
            .ShouldBe([("После входа", true), ("До входа", false)]);
        var anonymous = await agent.GetAsync($"/api/visitors/{before.VisitorId}");
        (anonymous.GetProperty("verified").GetBoolean(), anonymous.GetProperty("verifiedAs").GetProperty("name").GetString()).ShouldBe((false, "Пользователь"));
        (await agent.GetAsync($"/api/visitors/{before.VisitorId}/tickets")).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await agent.RefusalAsync(HttpMethod.Get, $"/api/visitors/{Guid.NewGuid()}")).ShouldBe("visitor-not-found");
        (await agent.GetAsync($"/api/visitors/{user.Id.Value}/tickets?limit=1")).GetProperty("next").GetGuid().ShouldBe(tickets[0].GetProperty("id").GetGuid());
    }

    private async Task CloseAsync(Guid ticket)
    {
        var session = Server.Store.OpenSession();
        var open = await session.LoadAsync<Ticket>(ticket, TestContext.Current.CancellationToken);
        session.Append(ticket, open, [new TicketClosed(Actor.Desk, Server.Clock.GetCurrentInstant())]);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A site vouches for a browser's user from now on.</summary>
    private async Task<Visitor> VouchAsync(Guid browser, Guid conversation, Clinic clinic)
    {
        var user = new Visitor { Id = new(Guid.NewGuid()), Conversation = new(conversation), KeyHash = $"{browser}", Site = "cloud", Clinic = clinic.Id, Name = "Пользователь" };
        var session = Server.Store.OpenSession();
        session.Store(user, StreamVersion.None, 1);
        if (await session.LoadAsync<Visitor>(browser, TestContext.Current.CancellationToken) is { } known)
        {
            session.Store(known.Value with { VerifiedAs = user.Id }, known.Version, known.Version + 1);
        }

        await session.CommitAsync(TestContext.Current.CancellationToken);
        return user;
    }
}
