using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hubs;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Alarms;

/// <summary>Whoever is on duty for Paid at night is told until somebody says that it is seen to; supervisors of deadlines, where that is wanted.</summary>
public sealed class AlarmTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly Clinic Paying = new(new(Guid.NewGuid()), "Клиника 1", Tariff.Paid);

    [Fact]
    public async Task A_paid_ticket_at_night_is_told_to_whoever_is_on_duty_again_and_again_until_it_is_acknowledged()
    {
        Server.Clock.Set(Moscow.At(2026, 11, 23, 21, 0));
        var duty = await AtDeskAsync("Дежурный", paidSupport: true);
        var (other, plain) = (await AtDeskAsync("Другой", paidSupport: true), await AtDeskAsync("Дневной", paidSupport: false));
        await PlanAsync(duty.Id);
        await AskAsync();

        await KeepAsync();
        var first = (await duty.Agent.Alarms.Until(alarms => alarms.Count > 0)).Single();
        (first.Kind, first.Number, first.Times).ShouldBe((AlarmKind.PaidAtNight, "IS-2026-000001", 1));
        (await duty.Agent.Desk()).Alarms.ShouldBe([first], "also after the desk was opened anew");
        Server.Clock.Advance(Duration.FromMinutes(5) - Duration.FromSeconds(1));
        await KeepAsync();
        (await duty.Agent.Desk()).Alarms.Single().Times.ShouldBe(1, "not yet");
        Server.Clock.Advance(Duration.FromSeconds(1));
        // What one node or one run knew is not needed: the schedule is what is stored.
        await Task.WhenAll(KeepAsync(), ActivatorUtilities.CreateInstance<AlarmWatch>(Server.Services).KeepAsync(TestContext.Current.CancellationToken));
        (await duty.Agent.Desk()).Alarms.Single().Times.ShouldBe(2, "once, however many nodes look");
        await duty.Agent.Alarms.Until(alarms => alarms is [{ Times: 2 }]);
        other.Agent.Alarms.All.ShouldBeEmpty("somebody is on duty and there");

        (await Should.ThrowAsync<Microsoft.AspNetCore.SignalR.HubException>(() => plain.Agent.Acknowledge(first.Id))).Message.ShouldContain("not-eligible");
        (await duty.Agent.Acknowledge(first.Id)).ShouldBeEmpty();
        Server.Clock.Advance(Duration.FromHours(1));
        await KeepAsync();
        (await duty.Agent.Desk()).Alarms.ShouldBeEmpty();
        var kept = (await Server.Store.OpenSession().LoadAsync<Alarm>(first.Id, TestContext.Current.CancellationToken))!.Value;
        (kept.AcknowledgedBy, kept.AcknowledgedByName, kept.EndedAt).ShouldBe((duty.Id, "Дежурный", Moscow.At(2026, 11, 23, 21, 5)));
        plain.Agent.Alarms.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Taking_the_ticket_ends_it_giving_it_back_begins_it_again_and_the_morning_ends_it()
    {
        // The morning comes before the sign-in ends, after twelve hours.
        Server.Clock.Set(Moscow.At(2026, 11, 23, 22, 30));
        var duty = await AtDeskAsync("Дежурный", paidSupport: true);
        await duty.Agent.SetAvailability(Availability.PaidDuty);
        await AskAsync();
        await KeepAsync();
        var ticket = (await duty.Agent.Desk()).Alarms.Single().Ticket;

        await duty.Agent.Take(ticket);
        await KeepAsync();
        (await duty.Agent.Desk()).Alarms.ShouldBeEmpty();
        await duty.Agent.Release(ticket);
        await KeepAsync();
        (await duty.Agent.Desk()).Alarms.Single().Times.ShouldBe(2);
        Server.Clock.Set(Moscow.At(2026, 11, 24, 10, 0));
        await KeepAsync();
        (await duty.Agent.Desk()).Alarms.ShouldBeEmpty("the desk has opened: the ticket is first in everybody's queue");
    }

    [Fact]
    public async Task When_nobody_on_duty_is_there_everybody_who_could_help_is_told()
    {
        Server.Clock.Set(Moscow.At(2026, 11, 23, 21, 0));
        await PlanAsync((await Server.AddAgentAsync("Отсутствует", paidSupport: true)).Id);
        var (able, plain) = (await AtDeskAsync("Другой", paidSupport: true), await AtDeskAsync("Дневной", paidSupport: false));
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший"));
        await lead.Connect();
        await AskAsync();
        await KeepAsync();

        (await able.Agent.Desk()).Alarms.Count.ShouldBe(1);
        (await lead.Desk()).Alarms.Count.ShouldBe(1);
        (await plain.Agent.Desk()).Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task Supervisors_are_told_of_deadlines_where_the_routes_say_so()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var agent = await AtDeskAsync("Сотрудник М", paidSupport: false);
        await administrator.Connect();
        await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", new { near = Leads(true), missed = Leads(true), repeatMinutes = 5, version = 0 });
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Установить", RequestKind.FirstInstallation);
        await agent.Agent.TakeNext();
        var due = (await agent.Agent.Desk()).Mine.Single().Promise!.Due;

        Server.Clock.Set(due - Duration.FromMinutes(16));
        await KeepAsync();
        (await administrator.Desk()).Alarms.ShouldBeEmpty();
        Server.Clock.Set(due - Duration.FromMinutes(15));
        await KeepAsync();
        (await administrator.Desk()).Alarms.Select(alarm => alarm.Kind).ShouldBe([AlarmKind.DeadlineNear]);
        Server.Clock.Set(due);
        await KeepAsync();
        (await administrator.Desk()).Alarms.Select(alarm => alarm.Kind).ShouldBe([AlarmKind.DeadlineMissed]);
        (await agent.Agent.Desk()).Alarms.ShouldBeEmpty("whoever has it is told by the desk itself");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", new { missed = Leads(false), repeatMinutes = 0, version = 1 })).ShouldBe("repeat-out-of-range");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", new { missed = Leads(false), repeatMinutes = 5, version = 0 })).ShouldBe("changed-meanwhile");
    }

    [Fact]
    public async Task A_route_that_is_used_from_now_on_tells_nobody_of_what_was_missed_long_ago()
    {
        Server.Clock.Set(Moscow.At(2026, 11, 23, 21, 0));
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        await administrator.Connect();
        await AskAsync();
        await KeepAsync();
        Server.Clock.Advance(Duration.FromMinutes(15) + AlarmRules.Fresh);

        await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", new { missed = Leads(true), repeatMinutes = 60, version = 0 });
        await KeepAsync();

        (await administrator.Desk()).Alarms.Select(alarm => alarm.Kind).ShouldBe([AlarmKind.PaidAtNight], "what holds on is told, and an old miss is not");
    }

    private static object Leads(bool areTold) => new { leads = areTold, webhook = false };

    private async Task<(TestAgent Agent, AgentId Id)> AtDeskAsync(string name, bool paidSupport)
    {
        var agent = Owned(await TestAgent.OnDutyAsync(Server, name, paidSupport));
        return (agent, new((await agent.GetAsync("/api/account/me")).GetProperty("id").GetGuid()));
    }

    private async Task PlanAsync(AgentId agent)
    {
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        await lead.PostAsync("/api/shifts", new { agent = agent.Value, kind = "PaidDuty", weekday = "Monday", from = "19:00", until = "10:00" });
    }

    private async Task AskAsync()
    {
        await Server.StoreAsync(Paying);
        await Owned(await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(Paying))).Send("Платный вопрос");
    }

    private Task KeepAsync() => Server.Services.GetRequiredService<AlarmWatch>().KeepAsync(TestContext.Current.CancellationToken);
}
