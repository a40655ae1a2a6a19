using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>What kind of request it is, who says so, and what that does to queue and promise (§1.2, §2.2).</summary>
public sealed class CriticalityTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task A_claim_on_the_open_ticket_raises_it_for_the_visitor_and_in_the_queue()
    {
        var (visitor, agent, ticket) = await WaitingTicket();
        Server.Clock.Advance(Duration.FromMinutes(30));

        var claimed = await visitor.Claim(RequestKind.WorkStopped);

        (claimed.Kind, claimed.Level, claimed.Criticality).ShouldBe((RequestKind.WorkStopped, SupportLevel.Urgent, Criticality.Claimed));
        claimed.Promise!.Due.ShouldBe(Moscow.At(2026, 11, 23, 14, 30));
        claimed.Place!.Reason.ShouldBe(QueueReason.RestoreWorkClaimed);
        var queued = await agent.Queues.Until(queue => queue.Items is [{ Lane: Lane.Critical }]);
        queued.Items[0].Ticket.Claim.ShouldBe(new(RequestKind.WorkStopped, Moscow.At(2026, 11, 23, 12, 30), ByVisitor: true, Counts: true));
        (await agent.Open(ticket)).Events.ShouldContain(e => e.Type == nameof(CriticalityClaimed) && e.ByKind == Domain.ActorKind.Visitor && e.Detail == "WorkStopped");
    }

    [Fact]
    public async Task A_claim_said_again_changes_nothing_and_others_are_refused()
    {
        var (visitor, agent, ticket) = await WaitingTicket();
        await using var newcomer = await TestVisitor.OpenAsync(Server);

        var first = await visitor.Claim(RequestKind.CriticalError);
        (await visitor.Claim(RequestKind.CriticalError)).Version.ShouldBe(first.Version);
        (await TestClient.RefusalOf(() => visitor.Claim(RequestKind.Training))).ShouldBe("not-restore-work");
        (await TestClient.RefusalOf(() => visitor.Claim((RequestKind)77))).ShouldBe("unknown-kind");
        (await TestClient.RefusalOf(() => newcomer.Claim(RequestKind.WorkStopped))).ShouldBe("ticket-not-found");
        await agent.Take(ticket);
        await agent.EndWait(ticket);
        await agent.Resolve(ticket);
        (await TestClient.RefusalOf(() => visitor.Claim(RequestKind.WorkStopped))).ShouldBe("ticket-not-open");
    }

    [Fact]
    public async Task A_clinic_has_one_open_claim_at_a_time()
    {
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника 1", Tariff.Standard);
        await Server.StoreAsync(clinic);
        await using var one = await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(clinic));
        await using var two = await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(clinic));
        await one.Send("Всё стоит", RequestKind.WorkStopped);
        await two.Send("Вопрос");

        (await TestClient.RefusalOf(() => two.Claim(RequestKind.WorkStopped))).ShouldBe("claim-already-open");
    }

    [Fact]
    public async Task A_claim_after_the_answer_starts_a_wait()
    {
        var (visitor, agent, ticket) = await WaitingTicket();
        await agent.Take(ticket);
        await agent.Reply(ticket, "Ответ");

        var claimed = await visitor.Claim(RequestKind.CriticalError);

        (claimed.Status, claimed.Promise!.Due).ShouldBe((TicketStatus.InProgress, Moscow.At(2026, 11, 23, 14, 0)));
        (await agent.Tickets.Until(view => view.Criticality == Criticality.Claimed)).Promise.ShouldNotBeNull();
    }

    [Fact]
    public async Task Staff_confirm_a_claim_and_the_visitor_learns_it()
    {
        var (visitor, agent, ticket) = await WaitingTicket();
        await visitor.Claim(RequestKind.CriticalError);

        var confirmed = await agent.Confirm(ticket);

        (confirmed.Criticality, confirmed.Claim).ShouldBe((Criticality.Confirmed, null));
        (await visitor.Tickets.Until(view => view.Criticality == Criticality.Confirmed)).Place!.Reason.ShouldBe(QueueReason.RestoreWorkConfirmed);
        await agent.Queues.Until(queue => queue.Items is [{ Reason: QueueReason.RestoreWorkConfirmed }]);
        (await agent.Confirm(ticket)).Version.ShouldBe(confirmed.Version);
        var told = (await visitor.Join()).Messages.Where(message => message.Notice is not TicketNotice.Opened && message.Notice is not null);
        told.Select(notice => (notice.Notice, notice.Text, notice.TicketNumber)).ShouldBe([(TicketNotice.CriticalityConfirmed, null, confirmed.Number)]);
    }

    [Fact]
    public async Task A_declined_claim_tells_the_visitor_why_and_promises_anew_from_the_start_of_the_wait()
    {
        var (visitor, agent, ticket) = await WaitingTicket();
        Server.Clock.Advance(Duration.FromMinutes(30));
        await visitor.Claim(RequestKind.WorkStopped);

        (await TestClient.RefusalOf(() => agent.Reject(ticket, " "))).ShouldBe("reason-missing");
        var rejected = await agent.Reject(ticket, "Программа работает, не печатает принтер");

        (rejected.Kind, rejected.Criticality, rejected.Promise!.Due).ShouldBe((RequestKind.Question, Criticality.Rejected, Moscow.At(2026, 11, 25, 12, 0)));
        (await visitor.Tickets.Until(view => view.Criticality == Criticality.Rejected)).RejectionReason.ShouldBe("Программа работает, не печатает принтер");
        (await agent.Reject(ticket, "Другая причина")).Version.ShouldBe(rejected.Version);
        var told = await visitor.Messages.Until(message => message.Notice == TicketNotice.CriticalityRejected);
        (told.Text, told.Author, told.AuthorName).ShouldBe(("Программа работает, не печатает принтер", null, null));
        (await visitor.Join()).Messages.Count(message => message.Notice == TicketNotice.CriticalityRejected).ShouldBe(1);
        (await visitor.Claim(RequestKind.WorkStopped)).RejectionReason.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_decided_where_nothing_was_claimed_or_all_is_over()
    {
        var (_, agent, ticket) = await WaitingTicket();

        (await TestClient.RefusalOf(() => agent.Confirm(ticket))).ShouldBe("nothing-claimed");
        (await TestClient.RefusalOf(() => agent.Reject(ticket, "Причина"))).ShouldBe("nothing-claimed");
        (await TestClient.RefusalOf(() => agent.Confirm(Guid.NewGuid()))).ShouldBe("ticket-not-found");
        await agent.Take(ticket);
        await agent.EndWait(ticket);
        await agent.Resolve(ticket);
        (await TestClient.RefusalOf(() => agent.Confirm(ticket))).ShouldBe("ticket-not-open");
        (await TestClient.RefusalOf(() => agent.ChangeKind(ticket, RequestKind.Training))).ShouldBe("ticket-not-open");
    }

    [Fact]
    public async Task Another_kind_changes_level_promise_and_queue_and_says_who_and_why()
    {
        var (visitor, agent, ticket) = await WaitingTicket();

        var changed = await agent.ChangeKind(ticket, RequestKind.FirstInstallation, "Купили вчера");

        (changed.Level, changed.Promise!.Due).ShouldBe((SupportLevel.Urgent, Moscow.At(2026, 11, 23, 14, 0)));
        (await visitor.Tickets.Until(view => view.Kind == RequestKind.FirstInstallation)).Level.ShouldBe(SupportLevel.Urgent);
        await agent.Queues.Until(queue => queue.Items is [{ Ticket.Kind: RequestKind.FirstInstallation }]);
        var told = (await agent.Open(ticket)).Events.Single(e => e.Type == nameof(KindChanged));
        (told.By, told.Detail, told.Text).ShouldBe(("Сотрудник М", "FirstInstallation", "Купили вчера"));
        (await agent.ChangeKind(ticket, RequestKind.FirstInstallation)).Version.ShouldBe(changed.Version);
        (await TestClient.RefusalOf(() => agent.ChangeKind(ticket, (RequestKind)77))).ShouldBe("unknown-kind");
    }

    [Fact]
    public async Task A_claim_is_not_passed_over_by_another_kind()
    {
        var (visitor, agent, ticket) = await WaitingTicket();
        await visitor.Claim(RequestKind.WorkStopped);

        (await TestClient.RefusalOf(() => agent.ChangeKind(ticket, RequestKind.Question))).ShouldBe("claim-undecided");
        (await agent.ChangeKind(ticket, RequestKind.CriticalError)).Claim!.Kind.ShouldBe(RequestKind.CriticalError);
    }

    private async Task<(TestVisitor Visitor, TestAgent Agent, Guid Ticket)> WaitingTicket()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var agent = Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник М"));
        await visitor.Send("Вопрос");
        var ticket = (await agent.Desk()).Queue.Items[0].Ticket.Id;
        await agent.Open(ticket);
        return (visitor, agent, ticket);
    }
}
