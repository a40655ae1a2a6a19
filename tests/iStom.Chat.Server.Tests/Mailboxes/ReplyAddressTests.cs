using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>An address for answers that says by itself which ticket they belong to, and that nobody can make up.</summary>
public sealed class ReplyAddressTests(TestDatabase databases) : MailboxTest(databases)
{
    [Fact]
    public async Task An_answer_to_the_address_of_a_ticket_finds_it_without_any_reference_and_a_made_up_one_finds_nothing()
    {
        await using var smtp = TakenMail.Start();
        var secret = await AddMailboxAsync(outgoing: smtp.Settings(), usesReplyTokens: true);
        var ticket = (await HandOverAsync(secret, Mail("one", "Вопрос", "Как настроить отчёт?"))).GetProperty("ticket").GetGuid();
        var address = (await smtp.MailsAsync(1))[0].ReplyTo.Single().Address;
        address.ShouldStartWith("support+");
        address.ShouldEndWith("@desk.test");

        (await HandOverAsync(secret, To(address, "two"))).GetProperty("ticket").GetGuid().ShouldBe(ticket);
        var forged = address.Replace(address[9], address[9] == 'a' ? 'b' : 'a');
        (await HandOverAsync(secret, To(forged, "three"))).GetProperty("ticket").GetGuid().ShouldNotBe(ticket);
        (await HandOverAsync(secret, To(address, "four", "boris@other.test"))).GetProperty("ticket").GetGuid().ShouldNotBe(ticket, "The address tells the ticket, not who writes.");
    }

    private static string To(string address, string id, string from = "Анна <anna@clinic.test>") => Mail(id, "Ещё", $"И ещё {id}.", from).Replace($"To: {Support}", $"To: {address}", StringComparison.Ordinal);
}
