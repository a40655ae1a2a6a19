using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>After a call or a visit an agent opens the ticket for the customer; it is promised from then on.</summary>
public sealed class OpenForCustomerTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task Who_called_from_a_clinic_is_promised_what_its_tariff_says_and_waits_in_the_queue()
    {
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника «Первая»", Tariff.Paid);
        await Server.Store.AddClinicAsync(clinic);
        await using var agent = await TestAgent.OnDutyAsync(Server, "Мария", paidSupport: true);
        await agent.TakeAntiforgeryTokenAsync();
        var id = Guid.CreateVersion7();
        var body = new { id, clinic = clinic.Id.Value, name = " Администратор ", phone = "+7 495 000-00-00", kind = "Question", text = "Не печатает чек\nЗвонили в обед", take = false };

        await agent.PostAsync("/api/tickets", body);
        await agent.PostAsync("/api/tickets", body);

        var queued = (await agent.Desk()).Queue.Items.ShouldHaveSingleItem().Ticket;
        (queued.Id, queued.Preview, queued.Level, queued.Channel, queued.Clinic!.Name, queued.VisitorName, queued.Verified)
            .ShouldBe((id, "Не печатает чек", SupportLevel.Paid, Channel.Agent, "Клиника «Первая»", "Администратор", false));
        queued.Promise!.Due.ShouldBe(Moscow.At(2026, 11, 23, 12, 15));
        var open = await agent.Open(id);
        open.Events.Single(e => e.Type == "NoteWritten").Text.ShouldBe("Не печатает чек\nЗвонили в обед");
        open.Messages.ShouldAllBe(message => message.Text == null, "what was learnt is for staff alone");
        (await agent.GetAsync($"/api/visitors/{queued.VisitorId}")).GetProperty("phone").GetString().ShouldBe("+7 495 000-00-00");
        await agent.Take(id);
        await agent.Reply(id, "Перезвонили: помогло");
        (await agent.Resolve(id)).Status.ShouldBe(TicketStatus.Resolved);
        await using var colleague = await TestAgent.OnDutyAsync(Server);
        await colleague.TakeAntiforgeryTokenAsync();
        (await colleague.RefusalAsync(HttpMethod.Post, "/api/tickets", body)).ShouldBe("id-already-used", "it is a colleague's");
    }

    [Fact]
    public async Task A_visitor_who_is_known_is_told_in_their_thread_and_the_agent_may_have_it_at_once()
    {
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника «Первая»", Tariff.Standard);
        var other = new Clinic(new(Guid.NewGuid()), "Клиника «Вторая»", Tariff.Standard);
        await Server.Store.AddClinicAsync(clinic);
        await Server.Store.AddClinicAsync(other);
        var (key, known) = await Server.Store.AddVisitorAsync(clinic);
        await using var visitor = await TestVisitor.OpenAsync(Server, key: key);
        await using var agent = await TestAgent.OnDutyAsync(Server, "Мария");
        await agent.TakeAntiforgeryTokenAsync();
        object Body(Guid? clinicId, Guid? visitorId, string text = "Работа встала", string? name = null) =>
            new { id = Guid.CreateVersion7(), clinic = clinicId, visitor = visitorId, name, kind = "WorkStopped", text, take = true };

        (await agent.RefusalAsync(HttpMethod.Post, "/api/tickets", Body(other.Id.Value, known.Id.Value))).ShouldBe("visitor-of-other-clinic");
        (await agent.RefusalAsync(HttpMethod.Post, "/api/tickets", Body(clinicId: null, visitorId: null))).ShouldBe("customer-missing");
        (await agent.RefusalAsync(HttpMethod.Post, "/api/tickets", Body(Guid.NewGuid(), visitorId: null))).ShouldBe("clinic-not-found");
        (await agent.RefusalAsync(HttpMethod.Post, "/api/tickets", Body(clinicId: null, Guid.NewGuid()))).ShouldBe("visitor-not-found");
        (await agent.RefusalAsync(HttpMethod.Post, "/api/tickets", Body(clinic.Id.Value, visitorId: null, text: " "))).ShouldBe("text-empty");
        (await agent.RefusalAsync(HttpMethod.Post, "/api/tickets", Body(clinicId: null, visitorId: null, name: new('а', 201)))).ShouldBe("text-too-long");
        (await agent.Desk()).Mine.ShouldBeEmpty();
        var opened = await agent.PostAsync("/api/tickets", Body(clinicId: null, known.Id.Value));

        var mine = (await agent.Desk()).Mine.ShouldHaveSingleItem();
        (mine.Id, mine.Criticality, mine.Clinic!.Name, mine.Promise!.Due).ShouldBe((opened.GetProperty("id").GetGuid(), Criticality.Claimed, "Клиника «Первая»", Moscow.At(2026, 11, 23, 14, 0)));
        await visitor.Messages.Until(message => message.TicketNumber == mine.Number);
        (await visitor.Join()).Ticket!.Number.ShouldBe(mine.Number);
        (await visitor.Send("Да, это я звонил")).Sequence.ShouldBe(3);
    }
}
