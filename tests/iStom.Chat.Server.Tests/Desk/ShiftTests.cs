using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Server.Hubs;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>Supervisors plan who works when; a Paid shift without anybody is told before a customer notices.</summary>
public sealed class ShiftTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly object Night = new { kind = "PaidDuty", weekday = "Monday", from = "19:00", until = "10:00" };

    [Fact]
    public async Task A_line_is_planned_read_by_everybody_changed_and_taken_out()
    {
        await using var lead = await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший");
        await using var agent = await TestAgent.SignedInAsync(Server, AgentRole.Agent, "Сотрудник М");

        var added = await lead.PostAsync("/api/shifts", new { agent = agent.Account.Value, kind = "Ordinary", date = "2026-12-01", from = "10:00", until = "19:00" });
        var id = added.GetProperty("id").GetGuid();
        var read = (await agent.GetAsync("/api/shifts")).GetProperty("shifts").EnumerateArray().ShouldHaveSingleItem();
        read.GetProperty("agentName").GetString().ShouldBe("Сотрудник М");
        read.GetProperty("date").GetString().ShouldBe("2026-12-01");
        read.GetProperty("from").GetString().ShouldBe("10:00");
        (await lead.RefusalAsync(HttpMethod.Put, $"/api/shifts/{id}", new { kind = "Ordinary", date = "2026-12-02", from = "10:00", until = "19:00", version = 7 })).ShouldBe("changed-meanwhile");
        (await lead.RefusalAsync(HttpMethod.Put, $"/api/shifts/{id}", new { kind = "Ordinary", date = "2026-12-02", from = "10:00", until = "19:00", version = 1 })).ShouldBeNull();
        (await lead.RefusalAsync(HttpMethod.Delete, $"/api/shifts/{id}?version=1")).ShouldBe("changed-meanwhile");
        (await lead.RefusalAsync(HttpMethod.Delete, $"/api/shifts/{id}?version=2")).ShouldBeNull();

        (await agent.GetAsync("/api/shifts")).GetProperty("shifts").GetArrayLength().ShouldBe(0);
        await using var administrator = await TestAgent.SignedInAsync(Server, AgentRole.Administrator);
        var entries = (await administrator.GetAsync("/api/audit?kind=shift")).GetProperty("items").EnumerateArray().ToList();
        entries.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        await using var lead = await TestAgent.SignedInAsync(Server, AgentRole.Supervisor);

        (await lead.RefusalAsync(HttpMethod.Post, "/api/shifts", new { kind = "Ordinary", from = "10:00", until = "19:00" })).ShouldBe("shift-malformed");
        (await lead.RefusalAsync(HttpMethod.Post, "/api/shifts", new { agent = Guid.NewGuid(), kind = "Ordinary", weekday = "Monday", from = "10:00", until = "19:00" })).ShouldBe("agent-not-found");
        (await lead.RefusalAsync(HttpMethod.Post, "/api/shifts", new { agent = lead.Account.Value, kind = "PaidDuty", weekday = "Monday", from = "10:00", until = "19:00" })).ShouldBe("paid-support-missing");
        (await lead.RefusalAsync(HttpMethod.Post, "/api/shifts", new { kind = "Ordinary", weekday = "Monday", from = "25:00", until = "19:00" })).ShouldBe("malformed");
    }

    [Fact]
    public async Task A_paid_shift_without_anybody_is_told_to_supervisors_and_by_the_health_until_somebody_comes()
    {
        // The morning comes before the sign-in ends, after twelve hours.
        Server.Clock.Set(Moscow.At(2026, 11, 23, 22, 30));
        await using var lead = await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший");
        await lead.Connect();
        await using var agent = await TestAgent.OnDutyAsync(Server, "Сотрудник М");
        (await lead.Desk()).PaidGap.ShouldBeNull();

        await lead.PostAsync("/api/shifts", Night);
        await WatchAsync();

        (await lead.PaidGaps.Until(gaps => gaps.Count > 0)).ShouldBe([new(Moscow.At(2026, 11, 23, 19, 0), Moscow.At(2026, 11, 24, 10, 0), IsAbsence: false)]);
        (await HealthAsync()).ShouldBe(["paid-shift-empty"]);
        (await agent.Desk()).PaidGap.ShouldBeNull();
        agent.PaidGaps.All.ShouldBeEmpty();

        await using var night = await TestAgent.OnDutyAsync(Server, "Дежурный", paidSupport: true);
        (await lead.Desk()).PaidGap.ShouldBeNull();
        (await HealthAsync()).ShouldBeEmpty();
        await night.SetAvailability(Availability.Away);
        (await lead.Desk()).PaidGap.ShouldNotBeNull();
        Server.Clock.Set(Moscow.At(2026, 11, 24, 10, 0));
        await WatchAsync();

        await lead.PaidGaps.Until(gaps => gaps.Count == 0);
        (await HealthAsync()).ShouldBeEmpty();
    }

    private Task WatchAsync() => Server.Services.GetRequiredService<PaidCoverWatch>().TellAsync(TestContext.Current.CancellationToken);

    private async Task<string?[]> HealthAsync()
    {
        await using var visitor = new TestVisitor(Server);
        using var response = await visitor.HttpAsync(HttpMethod.Get, "/health/ready");
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        answer.GetProperty("status").GetString().ShouldBe("ready");
        return [.. answer.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("code").GetString())];
    }
}
