using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Tests.Mailboxes;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Development;

/// <summary>§1.3: customers answer in their own words whether a version helped, by chat or by mail.</summary>
public sealed class ReleaseAnswerTests(TestDatabase databases) : MailboxTest(databases)
{
    private static readonly Guid Item = Guid.CreateVersion7();

    [Theory]
    [InlineData("Да, помогло. Спасибо!", TicketStatus.Resolved, TicketNotice.Resolved)]
    [InlineData("Да, но чек печатается дважды", TicketStatus.Waiting, TicketNotice.Reopened)]
    public async Task A_yes_by_mail_ends_the_ticket_and_a_yes_with_more_goes_to_the_queue(string answer, TicketStatus becomes, TicketNotice said)
    {
        var secret = await AddMailboxAsync();
        var ticket = (await HandOverAsync(secret, Mail("one", "Не печатает чек", "Чек пуст."))).GetProperty("ticket").GetGuid();
        var agent = await ToldAsync();

        (await HandOverAsync(secret, Mail("two", "Re: Не печатает чек", $"{answer}\n\n-- \nАнна Петрова\n\n> Вышла 7.6\n> Помогло?", more: "In-Reply-To: <one@clinic.test>"))).GetProperty("ticket").GetGuid().ShouldBe(ticket);

        var opened = await agent.Open(ticket);
        (opened.Ticket.Status, opened.Ticket.Feedback?.Helped).ShouldBe((becomes, becomes == TicketStatus.Resolved ? true : null));
        opened.Messages[^1].Notice.ShouldBe(said);
        opened.Messages[^2].Text.ShouldBe(answer);
    }

    [Fact]
    public async Task A_yes_in_the_chat_counts_as_the_button_once_we_asked_and_not_before()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send("Не печатает чек");
        await visitor.Send("Да");
        var agent = await ToldAsync();
        await visitor.Messages.Until(message => message.Notice == TicketNotice.NewVersion);

        (await visitor.Send("да, спасибо")).Ticket!.Status.ShouldBe(TicketStatus.Resolved);
        (await visitor.Send("Да")).Ticket!.Status.ShouldBe(TicketStatus.Waiting, "nothing is asked any more");
        (await agent.Desk()).Queue.Total.ShouldBe(1);
    }

    /// <summary>The only ticket is taken, answered, passed to development, and told of the version that brings it.</summary>
    private async Task<TestAgent> ToldAsync()
    {
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        await agent.TakeAntiforgeryTokenAsync();
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await agent.Reply(ticket, "Передаём разработчикам.");
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/development", new { item = Item, @new = new { title = "Печать чека", severity = "High" } })).ShouldBeNull();
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        await lead.PostAsync("/api/development/releases", new { id = Guid.CreateVersion7(), version = "7.6", items = new[] { Item }, textRussian = "Вышла {version}", textEnglish = "Out" });
        await Eventually.HoldsAsync(async () => (await agent.Open(ticket)).Messages.Any(message => message.Notice == TicketNotice.NewVersion));
        return agent;
    }
}
