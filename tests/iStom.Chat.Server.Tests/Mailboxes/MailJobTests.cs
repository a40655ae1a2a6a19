using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Compose;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Tests.Email.Servers;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using NodaTime;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>The main job by mail, over a real mail server: whoever writes there gets number, deadline and answer, and stays in one thread.</summary>
public sealed class MailJobTests(TestDatabase databases) : MailboxTest(databases)
{
    private const string Password = "secret-enough";
    private MailServer _mail = null!;

    protected override async ValueTask BeforeStartAsync()
    {
        _mail = Owned(await MailServer.StartNewAsync());
        await _mail.AddMailboxAsync(Support, Password);
        await _mail.AddMailboxAsync(Customer, Password);
    }

    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Mail:CertificateAuthority", _mail.CertificateAuthority);

    private const string Customer = "anna@desk.test";

    [Fact]
    public async Task Mail_is_acknowledged_answered_and_goes_on_by_mail()
    {
        await ConnectAsync();
        await SendAsync("first@desk.test", "Не печатает чек", "Здравствуйте!\nНе печатает чек.");
        var acknowledgement = await ReceivedAsync(1);
        acknowledgement.Subject.ShouldStartWith("Обращение IS-2026-");
        acknowledgement.Text.ShouldContain("Срок реакции — не позднее");
        acknowledgement.InReplyTo.ShouldBe(["first@desk.test"]);
        acknowledgement.Headers.First("Auto-Submitted").ShouldBe("auto-replied");

        var agent = Owned(await TestAgent.OnDutyAsync(Server, "Ирина"));
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await agent.Reply(ticket, "Перезапустите службу печати.\nПомогло?");
        var answer = await ReceivedAsync(2);
        answer.From[0].Display.ShouldBe($"Ирина, Поддержка iStom <{Support}>");
        answer.Subject.ShouldStartWith("Re: Не печатает чек [IS-2026-");
        answer.Text.ShouldContain("Перезапустите службу печати.\nПомогло?");
        answer.Text.ShouldContain("> Не печатает чек.");
        answer.Headers.Has("Auto-Submitted").ShouldBeFalse();
        await Eventually.HoldsAsync(() => Task.FromResult(agent.TicketEvents.All.Any(told => told.Event.Type == nameof(ReplyMailed))));

        await SendAsync("second@desk.test", answer.Subject, $"Да, спасибо!\n\n23.11.2026 12:00, Ирина пишет:\n> Перезапустите службу печати.", answer.MessageId);
        await Eventually.HoldsAsync(async () => (await agent.Open(ticket)).Messages.Count(message => message.Author == AuthorKind.Visitor) == 2);
        var message = (await agent.Open(ticket)).Messages[^1];
        message.Text.ShouldBe("Да, спасибо!");
        message.Mail.ShouldNotBeNull().Folded.ShouldNotBeNull().ShouldContain("> Перезапустите");

        await agent.TakeAntiforgeryTokenAsync();
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/development", new { item = Guid.CreateVersion7(), @new = new { title = "Печать чека", severity = "High" } })).ShouldBeNull();
        var told = await ReceivedAsync(3);
        told.Subject.ShouldBe(answer.Subject);
        told.Text.ShouldContain("передано в разработку");
        told.InReplyTo.ShouldBe(["second@desk.test"]);
        told.Headers.First("Auto-Submitted").ShouldBe("auto-generated");
    }

    [Fact]
    public async Task Who_left_the_chat_with_an_address_gets_by_mail_what_they_have_not_read_and_answers_in_their_thread()
    {
        await ConnectAsync();
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send("Не печатает чек");
        (await visitor.HttpAsync(HttpMethod.Put, "/api/visitor/contact", new { email = Customer })).EnsureSuccessStatusCode();
        var agent = Owned(await TestAgent.OnDutyAsync(Server, "Ирина"));
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await agent.Reply(ticket, "Это прочитано.");
        await visitor.Read((await visitor.Messages.Until(message => message.Text == "Это прочитано.")).Sequence);
        await agent.Reply(ticket, "А это уже нет.");
        Server.Clock.Advance(Duration.FromMinutes(4));
        var answer = await ReceivedAsync(1);
        answer.Text.ShouldContain("А это уже нет.");
        answer.Text.ShouldNotContain("Не печатает чек", customMessage: "Nobody has checked that the address is theirs.");

        await SendAsync("later@desk.test", answer.Subject, "Спасибо, помогло.", answer.MessageId);
        await visitor.Messages.Until(message => message is { Text: "Спасибо, помогло.", Mail: not null });
        _mail.Delivered(Customer).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_does_not_arrive_is_told_on_the_ticket()
    {
        var secret = await ConnectAsync();
        var ticket = (await HandOverAsync(secret, Mail("gone", "Вопрос", "Ответьте на другой адрес.", "gone@desk.test"))).GetProperty("ticket").GetGuid();
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        await agent.Take(ticket);
        await agent.Reply(ticket, "Отвечаем.");
        await Eventually.HoldsAsync(async () => (await agent.Open(ticket)).Events.Any(told => told is { Type: nameof(MailUndelivered), Detail: "ForGood", Messages: not null }));
    }

    [Fact]
    public async Task A_mail_server_that_is_away_for_an_hour_loses_nothing_either_way()
    {
        await ConnectAsync();
        await SendAsync("before@desk.test", "Вопрос", "Первое письмо.");
        await ReceivedAsync(1);
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await _mail.StopAsync();
        await agent.Reply(ticket, "Ответ, пока почты нет.");
        var supervisor = Owned(await TestAgent.SignedInAsync(Server, Domain.AgentRole.Supervisor));
        await Eventually.HoldsAsync(async () => (await supervisor.GetAsync("/api/mail")).GetProperty("mailboxes")[0] is var box
            && box.GetProperty("outgoing").GetProperty("code").ValueKind == System.Text.Json.JsonValueKind.String
            && box.GetProperty("incoming").GetProperty("code").ValueKind == System.Text.Json.JsonValueKind.String);
        (await supervisor.GetAsync("/api/mail")).GetProperty("letters").GetArrayLength().ShouldBe(1);

        await _mail.DeliverAsync(Support, System.Text.Encoding.UTF8.GetBytes(Mail("meanwhile", "Второй вопрос", "Пока вас не было.", Customer).ReplaceLineEndings("\r\n")));
        await _mail.StartAsync();
        Server.Clock.Advance(Duration.FromHours(1));
        (await ReceivedAsync(2, "Ответ, пока почты нет.")).References.Contains("before@desk.test", StringComparer.Ordinal).ShouldBeTrue();
        await Eventually.HoldsAsync(async () => (await agent.Desk()).Queue.Items.Any(item => item.Ticket.Preview == "Второй вопрос"));
    }

    private Task<string> ConnectAsync() => AddMailboxAsync(
        outgoing: new { host = "127.0.0.1", port = _mail.SmtpPort, security = "StartTls", user = Support, signIn = "Password" },
        incoming: new { host = "127.0.0.1", port = _mail.ImapsPort, security = "ImplicitTls", user = Support, signIn = "Password" },
        Password);

    /// <summary>The customer's own program sends.</summary>
    private async Task SendAsync(string id, string subject, string text, string? answered = null)
    {
        var from = Address(Customer).Named("Анна");
        var mail = new OutgoingMail { MessageId = id, From = from, To = [Address(Support)], Subject = subject, Text = text, Date = Server.Clock.GetCurrentInstant(), InReplyTo = answered, References = answered is null ? [] : [answered] };
        var delivery = await new SmtpTransport(_mail.Smtp(Customer, Password), new WallClock()).SendAsync(new(from, Address(Support)), MailWriter.Write(mail), Cancellation);
        delivery.IsAccepted.ShouldBeTrue();
    }

    /// <summary>The newest of so many mails that the customer has got, or the one with these words.</summary>
    private async Task<MailMessage> ReceivedAsync(int count, string? words = null)
    {
        MailMessage[] Found() => [.. _mail.Delivered(Customer).Select(raw => MailReader.Read(System.Text.Encoding.Latin1.GetBytes(raw)))];
        bool IsMeant(MailMessage mail) => words is null || mail.Text.Contains(words, StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => Task.FromResult(Found() is var found && found.Length >= count && found.Any(IsMeant)));
        return Found().Last(IsMeant);
    }

    private static MailAddress Address(string text) => MailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text, nameof(text));
}
