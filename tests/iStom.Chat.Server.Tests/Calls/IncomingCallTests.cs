using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Calls;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Calls;

/// <summary>A telephone exchange tells who calls: whoever is at work sees the clinic and its open tickets, and nothing is opened by it.</summary>
public sealed class IncomingCallTests(TestDatabase databases) : CallTest(databases)
{
    [Fact]
    public async Task Whoever_is_at_work_sees_which_clinic_calls_and_its_open_tickets_until_the_call_is_logged()
    {
        var clinic = Clinic("Клиника «Первая»", "123-45-67 доб. 5");
        await Server.Store.AddClinicAsync(clinic);
        await Server.Store.AddClinicAsync(Clinic("Клиника «Вторая»", "+7 812 123-45-67"));
        await using var visitor = await TestVisitor.OpenAsync(Server, key: await Server.Store.AddVerifiedVisitorAsync(clinic));
        var number = (await visitor.Send("Не печатает чек")).Ticket!.Number;
        await using var agent = await TestAgent.OnDutyAsync(Server, "Мария");
        await agent.TakeAntiforgeryTokenAsync();
        await using var away = await TestAgent.OnDutyAsync(Server, "Олег");
        await away.SetAvailability(Availability.Away);
        var secret = await SetUpAsync("495");

        var id = await TellAsync(secret, new { id = "17.1", from = "84951234567", to = "101", state = "ringing" });

        var ringing = (await agent.Calls.Until(calls => calls is [{ State: CallState.Ringing }]))[0];
        (ringing.Id, ringing.Number, ringing.Tel, ringing.Name, ringing.Missed).ShouldBe((id, "+7 495 123-45-67", "tel:+74951234567", "Регистратура", false));
        ringing.Clinics.ShouldHaveSingleItem().Name.ShouldBe("Клиника «Первая»");
        var ticket = ringing.Tickets.ShouldHaveSingleItem();
        (ticket.Number, ticket.Preview, ticket.Status).ShouldBe((number, "Не печатает чек", TicketStatus.Waiting));
        (await agent.Desk()).Calls.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await away.Desk()).Calls.ShouldBeEmpty("who is away hears no telephone");
        (await agent.Desk()).Queue.Items.Count.ShouldBe(1, "a call opens no ticket");

        await TellAsync(secret, new { id = "17.1", from = "84951234567", state = "answered" });
        await TellAsync(secret, new { id = "17.1", from = "84951234567", state = "ended", duration = 95 });
        (await TellAsync(secret, new { id = "17.1", from = "84951234567", to = "101", state = "ringing" })).ShouldBe(id, "told late, and told again");
        (await agent.Calls.Until(calls => calls is [{ State: CallState.Ended }]))[0].ShouldSatisfyAllConditions(ended => ended.Seconds.ShouldBe(95), ended => ended.Missed.ShouldBeFalse());
        (await agent.Desk()).Calls.ShouldHaveSingleItem();

        var due = (await agent.Open(ticket.Id)).Ticket.Promise!.Due;
        await agent.PostAsync($"/api/tickets/{ticket.Id}/calls", new { id = Guid.CreateVersion7(), direction = "Incoming", number = ringing.Number, reached = true, learnt = "Сервер выключен", seconds = 95, call = id });

        await agent.Calls.Until(calls => calls is []);
        var open = await agent.Open(ticket.Id);
        open.Ticket.Promise!.Due.ShouldBe(due, "an incoming call touches no clock");
        var note = open.Events.Single(e => e.Type == "CallLogged");
        (note.Detail, note.About, note.Text, note.Seconds, note.By).ShouldBe(("Incoming", "+7 495 123-45-67", "Сервер выключен", 95, "Мария"));
        (await visitor.Join()).Messages.ShouldAllBe(message => message.Text == null || !message.Text.Contains("Сервер", StringComparison.Ordinal), "it is for staff alone");
        Server.Log.Entries.ShouldNotContain(entry => entry.Text.Contains("4951234567", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_number_is_shown_as_such_and_an_agent_may_open_a_ticket_for_the_caller()
    {
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await agent.TakeAntiforgeryTokenAsync();
        var secret = await SetUpAsync();

        var id = await TellAsync(secret, new { id = "1", from = "+49 30 123456", state = "ended", duration = 0 });
        var withheld = await TellAsync(secret, new { id = "2", state = "ringing", at = "2100-01-01T00:00:00Z" });

        var calls = await agent.Calls.Until(calls => calls.Count == 2);
        calls.Single(call => call.Id == id).ShouldSatisfyAllConditions(
            call => (call.Number, call.Missed).ShouldBe(("+4930123456", true)), call => call.Clinics.ShouldBeEmpty(), call => call.Tickets.ShouldBeEmpty());
        calls.Single(call => call.Id == withheld).ShouldSatisfyAllConditions(
            call => (call.Number, call.Tel).ShouldBe((null, null)), call => call.At.ShouldBe(RunningServer.MondayNoon, "no exchange calls from the future"));

        var ticket = Guid.CreateVersion7();
        var body = new { id = ticket, name = "Кто-то", phone = "+4930123456", kind = "Question", text = "Спрашивают цены", take = false, call = id };
        await agent.PostAsync("/api/tickets", body);
        await agent.PostAsync("/api/tickets", body);

        (await agent.Desk()).Queue.Items.ShouldHaveSingleItem().Ticket.Channel.ShouldBe(Channel.Phone);
        await Eventually.HoldsAsync(async () => (await agent.Desk()).Calls is [{ Tel: null }]);
        (await agent.RefusalAsync(HttpMethod.Post, "/api/tickets", new { id = Guid.CreateVersion7(), name = "Кто-то", kind = "Question", text = "Нет", take = false, call = Guid.NewGuid() })).ShouldBe("call-not-found");
    }

    [Fact]
    public async Task Nobody_else_tells_of_calls_and_what_is_wrong_is_refused()
    {
        const string Call = """{"id":"1","from":"+74951234567","state":"ringing"}""";
        (await RefusalAsync("none", Call)).ShouldBe("call-not-signed", "there is no exchange yet");
        var old = await SetUpAsync();
        var secret = await SetUpAsync();

        (await RefusalAsync(old, Call)).ShouldBe("call-not-signed", "its secret was made anew");
        (await RefusalAsync(secret, Call, ago: TimeSpan.FromMinutes(6))).ShouldBe("call-not-signed");
        (await RefusalAsync(secret, Call, signedFor: Call.Replace('1', '2'))).ShouldBe("call-not-signed");
        (await RefusalAsync(secret, "{")).ShouldBe("malformed");
        (await RefusalAsync(secret, "null")).ShouldBe("malformed");
        (await RefusalAsync(secret, """{"id":"1","state":"away"}""")).ShouldBe("malformed");
        (await RefusalAsync(secret, """{"id":"1"}""")).ShouldBe("malformed");
        (await RefusalAsync(secret, """{"id":"","state":"ringing"}""")).ShouldBe("id-missing");
        (await RefusalAsync(secret, """{"id":"1","state":7}""")).ShouldBe("unknown-call-state");
        (await RefusalAsync(secret, """{"id":"1","state":"ended","duration":-1}""")).ShouldBe("call-length-out-of-range");
        (await RefusalAsync(secret, $$"""{"id":"1","state":"ringing","from":"{{new string('1', 201)}}"}""")).ShouldBe("text-too-long");
        (await RefusalAsync(secret, """{"id":"1\u0000","state":"ringing"}""")).ShouldBe("text-malformed");
        (await RefusalAsync(secret, Call)).ShouldBeNull();
        await using var administrator = await TestAgent.SignedInAsync(Server, AgentRole.Administrator);
        (await HealthAsync(administrator)).ShouldBe((true, false, null));
        (await RefusalAsync(old, Call)).ShouldBe("call-not-signed");
        (await HealthAsync(administrator)).ShouldBe((true, false, "NotSigned"));
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/integrations/telephony", new { isPaused = true })).ShouldBeNull();
        (await RefusalAsync(secret, Call)).ShouldBe("calls-paused");
    }

    [Fact]
    public async Task Records_go_after_their_days_and_with_the_visitor_or_the_clinics_contacts()
    {
        var clinic = Clinic("Клиника", "+7 495 765-43-21");
        await Server.Store.AddClinicAsync(clinic);
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        (await visitor.HttpAsync(HttpMethod.Put, "/api/visitor/contact", new { phone = "8 (495) 111-22-33" })).IsSuccessStatusCode.ShouldBeTrue();
        var secret = await SetUpAsync();
        await TellAsync(secret, new { id = "1", from = "+74951112233", state = "ringing" });
        await TellAsync(secret, new { id = "2", from = "+74957654321", state = "ringing" });
        await TellAsync(secret, new { id = "3", from = "+74959998877", state = "ringing" });
        await using var administrator = await TestAgent.SignedInAsync(Server, AgentRole.Administrator);
        var who = (await administrator.GetAsync("/api/queue")).GetProperty("items")[0].GetProperty("ticket").GetProperty("visitorId").GetGuid();

        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/visitors/{who}/erase")).ShouldBeNull();
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/clinics/{clinic.Id.Value}/erase-contacts")).ShouldBeNull();

        var left = await DatabaseText.DumpAsync(Server.Database, Cancellation);
        left.ShouldNotContain("4951112233");
        left.ShouldNotContain("4957654321");
        left.ShouldContain("4959998877");
        Server.Clock.Advance(Duration.FromDays(29));
        (await RemoveAsync()).ShouldBe(0);
        Server.Clock.Advance(Duration.FromDays(2));
        (await RemoveAsync()).ShouldBe(1);
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("4959998877");
    }

    /// <summary>As the one place of health shows it.</summary>
    private static async Task<(bool IsSetUp, bool IsPaused, string? Reason)> HealthAsync(TestAgent administrator)
    {
        var telephony = (await administrator.GetAsync("/api/integrations")).EnumerateArray().Single(one => one.GetProperty("name").GetString() == "telephony");
        return (telephony.GetProperty("isSetUp").GetBoolean(), telephony.GetProperty("isPaused").GetBoolean(), telephony.GetProperty("reason").GetString());
    }

    private async Task<int> RemoveAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemoveOldCalls(), Cancellation)).Value;
    }
}
