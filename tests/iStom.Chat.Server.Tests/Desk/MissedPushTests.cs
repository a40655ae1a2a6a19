using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>Pushes may be lost, all of them, and the screen still shows everything: the log is what counts.</summary>
public sealed class MissedPushTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task What_was_committed_without_any_push_reaches_both_sides_by_itself()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await visitor.Join();
        await visitor.Send("Вопрос");
        var ticket = (await agent.TakeNext()).Ticket;
        await visitor.Tickets.Until(view => view.Status == TicketStatus.InProgress);

        await CommitUnheardAsync(ticket.Id, ticket.ConversationId);

        (await visitor.Messages.Until(message => message.Text == "Неслышный ответ")).Sequence.ShouldBe(4);
        await agent.Messages.Until(heard => heard.Message.Text == "Неслышный ответ");
        await agent.TicketEvents.Until(heard => heard.Event.Text == "Неслышная заметка");
        await visitor.Tickets.Until(view => view.Status == TicketStatus.AwaitingCustomer);
        visitor.Messages.All.ShouldNotContain(message => message.Text == "Неслышная заметка");
    }

    /// <summary>As another node would, or this one with every push lost.</summary>
    private async Task CommitUnheardAsync(Guid ticketId, Guid conversationId)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var deaf = new PostgresStore(Server.Database, Server.Database, Server.Services.GetRequiredService<DocumentMappings>(), []);
        var session = deaf.OpenSession();
        var now = Server.Clock.GetCurrentInstant();
        var ticket = (await session.LoadAsync<Ticket>(ticketId, cancellation))!;
        var conversation = await session.LoadAsync<Conversation>(conversationId, cancellation);
        var (agent, name) = (ticket.Value.Assignee!.Value, ticket.Value.AssigneeName!);
        session.Append(ticketId, ticket, [new NoteWritten(new(Guid.NewGuid()), agent, name, "Неслышная заметка", now), .. TicketWaits.AgentReplies(ticket.Value, agent, now).Value]);
        session.Append(conversationId, conversation, [new AgentReplied(new(Guid.NewGuid()), ticket.Value.Id, agent, name, "Неслышный ответ", now)]);
        await session.CommitAsync(cancellation);
    }
}
