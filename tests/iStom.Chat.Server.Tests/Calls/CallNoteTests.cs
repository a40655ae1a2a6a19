using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Calls;

/// <summary>The phone on a ticket that there is: notes of calls, the numbers to call, and a visitor who asks to be called back.</summary>
public sealed class CallNoteTests(TestDatabase databases) : CallTest(databases)
{
    [Fact]
    public async Task An_outgoing_call_that_reached_the_customer_is_the_reaction_and_one_that_did_not_is_none()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        await using var agent = await TestAgent.OnDutyAsync(Server, "Мария");
        await agent.TakeAntiforgeryTokenAsync();
        var ticket = (await agent.TakeNext()).Ticket.Id;
        object Note(Guid id, bool reached, string learnt = "", int? seconds = null, string direction = "Outgoing") => new { id, direction, number = "8 495 123-45-67", reached, learnt, seconds };
        Task<string?> Refusal(object body) => agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/calls", body);

        (await Refusal(Note(Guid.Empty, reached: false))).ShouldBe("id-missing");
        (await Refusal(Note(Guid.CreateVersion7(), reached: true))).ShouldBe("text-empty", "who was spoken to said something");
        (await Refusal(Note(Guid.CreateVersion7(), reached: false, seconds: 86_401))).ShouldBe("call-length-out-of-range");
        (await Refusal(new { id = Guid.CreateVersion7(), direction = 7, reached = false })).ShouldBe("unknown-direction");
        var missed = await agent.PostAsync($"/api/tickets/{ticket}/calls", Note(Guid.CreateVersion7(), reached: false));
        missed.GetProperty("promise").ValueKind.ShouldBe(JsonValueKind.Object);

        Server.Clock.Advance(Duration.FromMinutes(5));
        var id = Guid.CreateVersion7();
        await agent.PostAsync($"/api/tickets/{ticket}/calls", Note(id, reached: true, "Сервер выключен", 60));
        var answered = await agent.PostAsync($"/api/tickets/{ticket}/calls", Note(id, reached: true, "Сервер выключен", 60));

        (answered.GetProperty("status").GetString(), answered.GetProperty("promise").ValueKind).ShouldBe(("AwaitingCustomer", JsonValueKind.Null));
        var events = (await agent.Open(ticket)).Events;
        events.Where(e => e.Type == "CallLogged").Select(e => e.Detail).ShouldBe(["OutgoingMissed", "Outgoing"]);
        events.Single(e => e.Type == "Reacted").At.ShouldBe(RunningServer.MondayNoon + Duration.FromMinutes(5), "at the instant of logging");
        await using var colleague = await TestAgent.OnDutyAsync(Server);
        await colleague.TakeAntiforgeryTokenAsync();
        (await colleague.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/calls", Note(id, reached: false))).ShouldBe("id-already-used");
        await agent.Resolve(ticket);
        (await Refusal(Note(Guid.CreateVersion7(), reached: false))).ShouldBe("ticket-not-open");
    }

    [Fact]
    public async Task A_visitor_asks_once_to_be_called_back_which_moves_no_promise_and_is_done_by_a_call()
    {
        var clinic = Clinic("Клиника", "+7 (495) 765-43-21 доб. 12");
        await Server.Store.AddClinicAsync(clinic);
        await using var visitor = await TestVisitor.OpenAsync(Server, key: await Server.Store.AddVerifiedVisitorAsync(clinic));
        (await AskAsync(visitor, "8 495 123-45-67")).Code.ShouldBe("ticket-not-found", "nothing was written yet");
        await visitor.Send("Вопрос");
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await agent.TakeAntiforgeryTokenAsync();
        var before = (await agent.TakeNext()).Ticket;

        (await AskAsync(visitor, "123-45-67")).Code.ShouldBe("phone-malformed", "which city is meant nobody knows");
        (await AskAsync(visitor, "8 495 123-45-67", time: 9)).Code.ShouldBe("unknown-callback-time");
        (await AskAsync(visitor, " 8 495 123-45-67 ", "Morning")).Code.ShouldBeNull();
        (await AskAsync(visitor, "8 495 123-45-67")).Code.ShouldBe("callback-already-requested");

        var asked = await agent.Tickets.Until(ticket => ticket.Callback is not null);
        (asked.Callback!.Number, asked.Callback.Tel, asked.Callback.Time).ShouldBe(("8 495 123-45-67", "tel:+74951234567", CallbackTime.Morning));
        (asked.Promise!.Due, asked.Status).ShouldBe((before.Promise!.Due, before.Status));
        var told = await visitor.Messages.Until(message => message.Notice == TicketNotice.CallbackRequested);
        (told.Text, told.Callback, told.Author).ShouldBe(("8 495 123-45-67", CallbackTime.Morning, null));
        var phones = await agent.GetAsync($"/api/tickets/{before.Id}/phones");
        phones.EnumerateArray().Select(phone => phone.GetProperty("tel").GetString()).ShouldBe(["tel:+74951234567", "tel:+74957654321;ext=12"]);

        await agent.PostAsync($"/api/tickets/{before.Id}/calls", new { id = Guid.CreateVersion7(), direction = "Outgoing", reached = false });
        (await agent.Open(before.Id)).Ticket.Callback.ShouldNotBeNull("nobody has spoken to them");
        await agent.PostAsync($"/api/tickets/{before.Id}/calls", new { id = Guid.CreateVersion7(), direction = "Outgoing", reached = true, learnt = "Помогли" });
        (await agent.Open(before.Id)).Ticket.Callback.ShouldBeNull();
        (await AskAsync(visitor, "8 495 123-45-67")).Code.ShouldBeNull();
        (await agent.Desk()).Callbacks.ShouldBeEmpty("it stands on the ticket that the agent has");
        await agent.Release(before.Id);
        await Server.Services.GetRequiredService<CallWatch>().TellAsync(Cancellation);
        (await agent.Callbacks.Until(tickets => tickets is not [])).ShouldHaveSingleItem().Id.ShouldBe(before.Id, "it is in no queue, and nobody has it");
        await agent.PostAsync($"/api/tickets/{before.Id}/callback/dismiss");
        (await agent.Desk()).Callbacks.ShouldBeEmpty();
        await agent.Take(before.Id);
        (await agent.PostAsync($"/api/tickets/{before.Id}/callback/dismiss")).GetProperty("callback").ValueKind.ShouldBe(JsonValueKind.Null);
        await agent.Resolve(before.Id);
        (await AskAsync(visitor, "8 495 123-45-67")).Code.ShouldBe("ticket-not-open");
        (await (await visitor.HttpAsync(HttpMethod.Get, "/api/visitor/callback")).Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("possible").GetBoolean().ShouldBeFalse();

        await using var administrator = await TestAgent.SignedInAsync(Server, AgentRole.Administrator);
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/visitors/{before.VisitorId}/erase")).ShouldBeNull();
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("495 123-45-67");
    }

    [Fact]
    public async Task A_number_finds_the_clinic_and_its_open_tickets_however_either_is_written()
    {
        var clinic = Clinic("Клиника «Первая»", "8 (495) 765-43-21 доб. 12");
        await Server.Store.AddClinicAsync(clinic);
        await using var visitor = await TestVisitor.OpenAsync(Server, key: await Server.Store.AddVerifiedVisitorAsync(clinic));
        await visitor.Send("Не печатает чек");
        await using var agent = await TestAgent.OnDutyAsync(Server);

        foreach (var written in new[] { "+7 495 765 43 21", "84957654321", "(495) 765-43-21 ext 12", "74957654321" })
        {
            var found = await agent.GetAsync($"/api/search?text={Uri.EscapeDataString(written)}");
            found.GetProperty("clinics").GetProperty("items")[0].GetProperty("name").GetString().ShouldBe("Клиника «Первая»", written);
            found.GetProperty("tickets").GetProperty("items")[0].GetProperty("ticket").GetProperty("preview").GetString().ShouldBe("Не печатает чек", written);
        }

        (await agent.GetAsync("/api/search?text=%2B7%20495%20765%2043%2022")).GetProperty("tickets").GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static async Task<(HttpStatusCode Status, string? Code)> AskAsync(TestVisitor visitor, string number, object? time = null)
    {
        using var answer = await visitor.HttpAsync(HttpMethod.Post, "/api/visitor/callback", new { number, time = time ?? "AnyTime" });
        return (answer.StatusCode, await TestAgent.CodeAsync(answer));
    }
}
