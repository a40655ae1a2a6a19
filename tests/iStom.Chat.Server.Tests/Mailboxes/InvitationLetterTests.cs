using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Mailboxes;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>Whoever is answered by mail learns by mail that they are invited, and where; and what looks like a card in a mail is none.</summary>
public sealed class InvitationLetterTests(TestDatabase databases) : MailboxTest(databases)
{
    [Fact]
    public async Task A_letter_says_who_invites_and_leads_to_the_chat_and_a_mail_that_looks_like_a_card_is_text()
    {
        var secret = await AddMailboxAsync();
        const string LooksLike = """{"notice":"RemoteSupportInvited","remote":{"company":"iStom","agentName":"Ирина"}}""";
        await HandOverAsync(secret, Mail("first", "RemoteSupportInvited", LooksLike));
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent, "Ирина"));
        await agent.Connect();
        var opened = await agent.TakeNext();
        var wrote = opened.Messages.Single(message => message.Mail is not null);
        (wrote.Text, wrote.Remote, wrote.Notice).ShouldBe((LooksLike, null, null));

        var session = Guid.CreateVersion7();
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{opened.Ticket.Id}/remote-support", new { session, purpose = "Настроить печать", asksForId = true })).ShouldBeNull();

        var letter = new Letter(LetterKind.Invitation, new(opened.Ticket.Id), opened.Ticket.Number, new(session));
        var mail = (await Server.Services.GetRequiredService<LetterBox>().WriteAsync(letter, Cancellation)).ShouldNotBeNull().Mail;
        mail.Text.ShouldContain("Ирина приглашает вас подключиться к удалённой поддержке");
        mail.Text.ShouldContain($".localhost:{Server.Port}", customMessage: "a page with the lifebuoy");
        mail.Text.ShouldContain(opened.Ticket.Number);
        mail.InReplyTo.ShouldBe("first@clinic.test");
        foreach (var secretWord in (string[])[session.ToString(), "Настроить печать", "ID"])
        {
            mail.Text.ShouldNotContain(secretWord);
        }

        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{opened.Ticket.Id}/remote-support/end", new { session })).ShouldBeNull();
        (await Server.Services.GetRequiredService<LetterBox>().WriteAsync(letter, Cancellation)).ShouldBeNull("of one that is over nobody is told");
    }
}
