using iStom.Chat.Server.Demo;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>The demo shows what the desk is for, also where its database is of an earlier version.</summary>
public sealed class DemoTests(TestDatabase databases) : ServerTest(databases)
{
    private const string Password = TestAccounts.Password;

    [Fact]
    public async Task Everything_that_the_desk_can_do_is_there_once_and_whoever_is_missing_is_added()
    {
        await DemoSeed.SeedAsync(Server.Services, Password);
        await RemoveAsync(DemoSeed.Agents[^1].Email);
        await DemoSeed.SeedAsync(Server.Services, Password);

        var administrator = Owned(new TestAgent(Server));
        (await administrator.SignIn(DemoSeed.Agents[^1].Email, Password)).EnsureSuccessStatusCode();
        (await administrator.GetAsync("/api/agents")).GetArrayLength().ShouldBe(DemoSeed.Agents.Count);
        var block = (await administrator.GetAsync("/api/blocks")).EnumerateArray().ShouldHaveSingleItem();
        (block.GetProperty("reason").GetString(), block.GetProperty("until").ValueKind).ShouldBe(("Рассылает рекламу", System.Text.Json.JsonValueKind.String));
        var alarms = (await administrator.GetAsync("/api/alarms")).GetProperty("settings");
        (alarms.GetProperty("missed").GetProperty("leads").GetBoolean(), alarms.GetProperty("webhookUrl").ValueKind).ShouldBe((true, System.Text.Json.JsonValueKind.Null));
        (await administrator.GetAsync("/api/queue")).GetProperty("items").EnumerateArray()
            .ShouldContain(item => item.GetProperty("ticket").GetProperty("preview").GetString()!.StartsWith("И ещё", StringComparison.Ordinal));
        await MailIsThereOnceAsync(administrator);
        (await administrator.GetAsync("/api/development/items")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("tickets").GetInt32()).Where(waiting => waiting > 0).ShouldBe([2], "Two clinics wait for one of the items.");
        await administrator.Connect();
        var desk = await administrator.Desk();
        desk.Queue.Items.Count(item => item.Ticket.Callback is not null).ShouldBe(1);
        var call = desk.Calls.ShouldHaveSingleItem();
        (call.Missed, call.Clinics.Single().Name).ShouldBe((true, "Клиника «Демо-1»"));
        call.Tickets.ShouldNotBeEmpty();
    }

    private static async Task MailIsThereOnceAsync(TestAgent administrator)
    {
        var mail = await administrator.GetAsync("/api/mail");
        mail.GetProperty("mailboxes").GetArrayLength().ShouldBe(1);
        mail.GetProperty("letters").GetArrayLength().ShouldBe(2, "Answers wait for a mailbox that is paused.");
        mail.GetProperty("heldBack").EnumerateArray().ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldBe("OutOfOffice");
        var proposed = (await administrator.GetAsync("/api/queue")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("ticket")).Single(ticket => ticket.GetProperty("channel").GetString() == "Email");
        proposed.GetProperty("clinicProposal").GetProperty("name").GetString().ShouldBe("Клиника «Демо-1»");
        var undelivered = mail.GetProperty("letters").EnumerateArray().Select(letter => letter.GetProperty("ticket").GetGuid()).ToList();
        var told = await Task.WhenAll(undelivered.Select(ticket => administrator.GetAsync($"/api/tickets/{ticket}")));
        told.SelectMany(opened => opened.GetProperty("events").EnumerateArray()).Count(e => e.GetProperty("type").GetString() == "MailUndelivered").ShouldBe(1);
        told.SelectMany(opened => opened.GetProperty("messages").EnumerateArray()).Count(message => message.GetProperty("attachments").ValueKind == System.Text.Json.JsonValueKind.Array).ShouldBe(1);
    }

    /// <summary>A demo of before had no administrator.</summary>
    private async Task RemoveAsync(string email)
    {
        await using var command = Server.Database.CreateCommand("delete from mt_doc_agent where email = $1");
        command.Parameters.Add(new Npgsql.NpgsqlParameter<string> { TypedValue = email });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
