using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Agents;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>A vanished agent's customer goes back to the queue with the original start; a present one's stays.</summary>
public sealed class PresenceTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly Duration Limit = TicketAssignment.AwayLimit + Duration.FromSeconds(1);

    [Fact]
    public async Task An_agent_who_stays_away_loses_the_ticket_while_the_customer_waits()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var gone = await TestAgent.OnDutyAsync(Server, "Ушедший");
        await using var present = await TestAgent.OnDutyAsync(Server);
        var promised = (await visitor.Send("Вопрос")).Ticket!.Promise!;
        await gone.TakeNext();
        await gone.DisposeAsync();
        await present.Presence.Until(onDuty => onDuty.Count == 1);

        (await KeepAsync()).ShouldBe(0);
        Server.Clock.Advance(Limit);
        (await KeepAsync()).ShouldBe(1);

        var item = (await present.Desk()).Queue.Items.ShouldHaveSingleItem();
        item.WaitingSince.ShouldBe(promised.Start);
        item.Ticket.Promise!.Due.ShouldBe(promised.Due);
        (await visitor.Tickets.Until(ticket => ticket.Status == TicketStatus.Waiting && ticket.Version > 3)).Place!.Ahead.ShouldBe(0);
        (await KeepAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_agent_at_the_desk_keeps_the_ticket_however_long()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await visitor.Send("Вопрос");
        await agent.TakeNext();

        Server.Clock.Advance(Limit);

        (await KeepAsync()).ShouldBe(0);
        (await agent.Desk()).Mine.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_ticket_whose_customer_does_not_wait_stays_with_its_agent()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var gone = await TestAgent.OnDutyAsync(Server, "Ушедший");
        await using var present = await TestAgent.OnDutyAsync(Server);
        await visitor.Send("Вопрос");
        await gone.Reply((await gone.TakeNext()).Ticket.Id, "Ответ");
        await gone.DisposeAsync();
        await present.Presence.Until(onDuty => onDuty.Count == 1);

        Server.Clock.Advance(Limit);
        (await KeepAsync()).ShouldBe(0);
        var ack = await visitor.Send("Ещё вопрос");
        (await KeepAsync()).ShouldBe(1);

        ack.Ticket!.Status.ShouldBe(TicketStatus.InProgress);
        await visitor.Tickets.Until(ticket => ticket.Status == TicketStatus.Waiting && ticket.Version > ack.Ticket.Version);
    }

    private async Task<int> KeepAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepPresence(), TestContext.Current.CancellationToken)).Value;
    }
}
