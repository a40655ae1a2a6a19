using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>After the resolution the customer says whether it helped, and how it was.</summary>
public sealed class FeedbackTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task It_helped_and_is_rated_once_which_can_be_changed_for_a_day()
    {
        var (visitor, _, ticket) = await ResolvedAsync();

        (await visitor.Helped(helped: true)).Status.ShouldBe(TicketStatus.Resolved);
        (await visitor.Helped(helped: true)).Feedback.ShouldBe(new(Helped: true, Stars: null, Comment: null, Open: true));
        await visitor.Rate(3, "Долго");
        Server.Clock.Advance(Duration.FromHours(23));
        (await visitor.Rate(5, " Разобрались ")).Feedback.ShouldBe(new(Helped: true, 5, "Разобрались", Open: true));
        Server.Clock.Advance(Duration.FromHours(1));

        (await TestClient.RefusalOf(() => visitor.Rate(1))).ShouldBe("rating-final");
        (await visitor.Rate(5, "Разобрались")).Feedback!.Open.ShouldBeFalse();
        // Yesterday's sign-in has ended.
        var opened = await Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник 2")).Open(ticket);
        opened.Ticket.Feedback.ShouldBe(new(Helped: true, 5, "Разобрались", Open: false));
        opened.Events.Where(e => e.Type == "ResolutionRated").Select(e => (e.About, e.Text)).ShouldBe([("3", "Долго"), ("5", "Разобрались")]);
        opened.Events.Count(e => e.Type == "ResolutionAnswered").ShouldBe(1);
    }

    [Fact]
    public async Task It_did_not_help_and_the_ticket_is_open_again_with_a_new_promise_and_rated_anew_later()
    {
        var (visitor, agent, ticket) = await ResolvedAsync();
        await visitor.Rate(1);

        var again = await visitor.Helped(helped: false);

        (again.Status, again.Feedback, again.Promise!.Start).ShouldBe((TicketStatus.Waiting, null, Server.Clock.GetCurrentInstant()));
        (await visitor.Helped(helped: false)).Version.ShouldBe(again.Version);
        (await visitor.Join()).Messages[^1].Notice.ShouldBe(TicketNotice.Reopened);
        (await agent.Desk()).Queue.Total.ShouldBe(1);
        (await TestClient.RefusalOf(() => visitor.Rate(5))).ShouldBe("ticket-not-resolved");
        await AnswerAsync(agent, ticket);
        (await visitor.Join()).Ticket!.Feedback.ShouldBe(new(Helped: null, Stars: null, Comment: null, Open: true));
    }

    [Theory]
    [InlineData(0, null, "rating-out-of-range")]
    [InlineData(6, null, "rating-out-of-range")]
    [InlineData(5, "\u0001", "text-malformed")]
    [InlineData(5, "long", "text-too-long")]
    public async Task What_is_no_rating_is_refused(int stars, string? comment, string code)
    {
        var (visitor, _, _) = await ResolvedAsync();

        (await TestClient.RefusalOf(() => visitor.Rate(stars, comment == "long" ? new('а', 1001) : comment))).ShouldBe(code);
        (await visitor.Join()).Ticket!.Feedback!.Stars.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_said_of_what_is_not_resolved()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        (await TestClient.RefusalOf(() => visitor.Rate(5))).ShouldBe("ticket-not-found");
        await visitor.Send("Вопрос");

        (await TestClient.RefusalOf(() => visitor.Rate(5))).ShouldBe("ticket-not-resolved");
        (await TestClient.RefusalOf(() => visitor.Helped(helped: true))).ShouldBe("ticket-not-resolved");
    }

    private async Task<(TestVisitor Visitor, TestAgent Agent, Guid Ticket)> ResolvedAsync()
    {
        var (visitor, agent) = (Owned(await TestVisitor.OpenAsync(Server)), Owned(await TestAgent.OnDutyAsync(Server)));
        await visitor.Send("Вопрос");
        var ticket = (await agent.Desk()).Queue.Items[0].Ticket.Id;
        await AnswerAsync(agent, ticket);
        return (visitor, agent, ticket);
    }

    private static async Task AnswerAsync(TestAgent agent, Guid ticket)
    {
        await agent.Take(ticket);
        await agent.Reply(ticket, "Ответ");
        await agent.Resolve(ticket);
    }
}
