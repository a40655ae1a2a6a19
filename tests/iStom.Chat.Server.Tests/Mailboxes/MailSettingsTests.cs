using System.Net;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Mailboxes;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>How much mail is taken in, and how long an answer waits, is an administrator's to say.</summary>
public sealed class MailSettingsTests(TestDatabase databases) : MailboxTest(databases)
{
    [Fact]
    public async Task A_change_holds_for_the_next_mail()
    {
        var secret = await AddMailboxAsync();
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await HandOverAsync(secret, Mail("one", "Вопрос", "Как настроить отчёт?"))).GetProperty("heldBack").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ChangeAsync(administrator, version: 0, mostPerHour: 2)).ShouldBeNull();

        (await HandOverAsync(secret, Mail("two", "Ещё", "И где он лежит?"))).GetProperty("heldBack").ValueKind.ShouldBe(JsonValueKind.Null);
        (await HandOverAsync(secret, Mail("three", "И ещё", "Нашёлся."))).GetProperty("heldBack").GetString().ShouldBe("TooMany");
        (await HandOverAsync(secret, Mail("four", "Вопрос", "Другой человек.", "boris@other.test"))).GetProperty("heldBack").ValueKind.ShouldBe(JsonValueKind.Null);

        var big = Mail("five", "Длинное", new string('x', 1 << 20), "vera@other.test");
        (await ChangeAsync(administrator, version: 1, largestMebibytes: 1)).ShouldBeNull();
        using var refused = await TryHandOverAsync(secret, big);
        (refused.StatusCode, await TestAgent.CodeAsync(refused)).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "file-too-large"));
        (await ChangeAsync(administrator, version: 2, largestMebibytes: 2)).ShouldBeNull();
        (await HandOverAsync(secret, big)).GetProperty("heldBack").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Mail_that_was_held_back_goes_after_its_days()
    {
        var secret = await AddMailboxAsync();
        await HandOverAsync(secret, Mail("away", "Автоответ: меня нет", "Вернусь в понедельник.", more: "Auto-Submitted: auto-replied"));
        (await ChangeAsync(Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator)), version: 0, heldBackDays: 2)).ShouldBeNull();

        Server.Clock.Advance(Duration.FromDays(2));
        (await RemoveOldAsync()).ShouldBe(0, "to the second");
        Server.Clock.Advance(Duration.FromSeconds(1));
        (await RemoveOldAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_in_the_chat_waits_as_long_as_is_said_before_it_goes_by_mail()
    {
        await using var smtp = TakenMail.Start();
        await AddMailboxAsync(outgoing: smtp.Settings());
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await ChangeAsync(administrator, version: 0, readingMinutes: 7)).ShouldBeNull();
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send("Вопрос");
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await agent.Reply(ticket, "Ответ");

        var letter = (await administrator.GetAsync("/api/mail")).GetProperty("letters").EnumerateArray().ShouldHaveSingleItem();
        letter.GetProperty("due").GetString().ShouldBe("2026-11-23T09:07:00.000000Z");
    }

    [Fact]
    public async Task What_is_out_of_range_or_was_changed_meanwhile_is_refused()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        const string OutOfRange = "mail-limit-out-of-range";
        (await ChangeAsync(administrator, version: 0, largestMebibytes: 0)).ShouldBe(OutOfRange);
        (await ChangeAsync(administrator, version: 0, largestMebibytes: 26)).ShouldBe(OutOfRange);
        (await ChangeAsync(administrator, version: 0, mostPerHour: 0)).ShouldBe(OutOfRange);
        (await ChangeAsync(administrator, version: 0, mostAcknowledgements: -1)).ShouldBe(OutOfRange);
        (await ChangeAsync(administrator, version: 0, readingMinutes: 61)).ShouldBe(OutOfRange);
        (await ChangeAsync(administrator, version: 0, heldBackDays: 366)).ShouldBe(OutOfRange);
        (await ChangeAsync(administrator, version: 1)).ShouldBe("changed-meanwhile");

        (await ChangeAsync(administrator, version: 0, mostAcknowledgements: 0, readingMinutes: 0)).ShouldBeNull();

        (await ChangeAsync(administrator, version: 0)).ShouldBe("changed-meanwhile");
        var kept = (await administrator.GetAsync("/api/mail")).GetProperty("settings");
        (kept.GetProperty("version").GetInt32(), kept.GetProperty("settings").GetProperty("mostAcknowledgements").GetInt32()).ShouldBe((1, 0));
        (await administrator.GetAsync("/api/audit?kind=MailSettings")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void The_largest_mail_that_can_be_allowed_is_read_as_a_whole() => (MailSettings.LargestMail << 20).ShouldBeLessThanOrEqualTo(MailLimits.MessageBytes);

    private static Task<string?> ChangeAsync(
        TestAgent administrator, int version, int largestMebibytes = 25, int mostPerHour = 30, int mostAcknowledgements = 3, int readingMinutes = 3, int heldBackDays = 30) =>
        administrator.RefusalAsync(HttpMethod.Put, "/api/mail/settings", new { largestMebibytes, mostPerHour, mostAcknowledgements, readingMinutes, heldBackDays, version });

    private async Task<int> RemoveOldAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemoveOldMail(), Cancellation)).Value;
    }
}
