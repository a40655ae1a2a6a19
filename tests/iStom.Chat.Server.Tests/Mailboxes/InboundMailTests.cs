using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Mailboxes;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>What becomes of mail that comes in, whichever way.</summary>
public sealed class InboundMailTests(TestDatabase databases) : MailboxTest(databases)
{
    [Fact]
    public async Task A_mail_opens_a_ticket_with_a_promise_and_the_same_mail_again_makes_nothing_more()
    {
        var secret = await AddMailboxAsync();
        var mail = Mail("one", "Не печатает чек", "Здравствуйте!\nНе печатает чек после обновления.\n\n-- \nАнна Петрова\nКлиника «Улыбка»");
        var first = await HandOverAsync(secret, mail);
        var ticket = first.GetProperty("ticket").GetGuid();
        (await HandOverAsync(secret, $"Received: from elsewhere\n{mail}")).GetProperty("ticket").GetGuid().ShouldBe(ticket);

        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        var opened = await agent.Open(ticket);
        opened.Ticket.Channel.ShouldBe(Channel.Email);
        opened.Ticket.Preview.ShouldBe("Не печатает чек");
        opened.Ticket.Status.ShouldBe(TicketStatus.Waiting);
        opened.Ticket.VisitorName.ShouldBe("Анна");
        opened.Ticket.Verified.ShouldBeFalse();
        opened.Ticket.Promise!.Start.ShouldBe(Server.Clock.GetCurrentInstant());
        var message = opened.Messages.Single(message => message.Author == AuthorKind.Visitor);
        message.Text.ShouldBe("Здравствуйте!\nНе печатает чек после обновления.");
        message.Mail.ShouldNotBeNull().Subject.ShouldBe("Не печатает чек");
        message.Mail.Folded.ShouldNotBeNull().ShouldContain("Клиника «Улыбка»");
        (await agent.Desk()).Queue.Items.ShouldHaveSingleItem().Reason.ShouldBe(QueueReason.InTurn);

        using var original = await agent.HttpAsync(HttpMethod.Get, $"/api/attachments/{message.Mail.Original}");
        Encoding.UTF8.GetString(await original.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(mail.ReplaceLineEndings("\r\n"));
        original.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task An_answer_to_ones_own_mail_goes_on_with_its_ticket_and_a_stranger_who_names_it_opens_another()
    {
        var secret = await AddMailboxAsync();
        var ticket = (await HandOverAsync(secret, Mail("one", "Вопрос", "Как настроить отчёт?"))).GetProperty("ticket").GetGuid();
        (await HandOverAsync(secret, Mail("two", "Re: Вопрос", "И ещё: где он лежит?", more: "In-Reply-To: <one@clinic.test>"))).GetProperty("ticket").GetGuid().ShouldBe(ticket);
        var stranger = (await HandOverAsync(secret, Mail("three", "Re: Вопрос", "Пришлите и мне.", "boris@other.test", "In-Reply-To: <one@clinic.test>"))).GetProperty("ticket").GetGuid();
        stranger.ShouldNotBe(ticket);

        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        var opened = await agent.Open(ticket);
        opened.Messages.Count(message => message.Author == AuthorKind.Visitor).ShouldBe(2);
        var number = opened.Ticket.Number;
        (await HandOverAsync(secret, Mail("four", $"Re: [{number}]", "По номеру в теме.", "boris@other.test"))).GetProperty("ticket").GetGuid().ShouldNotBe(ticket);
        (await HandOverAsync(secret, Mail("five", "Другое", "Совсем другой вопрос."))).GetProperty("ticket").GetGuid().ShouldNotBe(ticket);
    }

    [Fact]
    public async Task What_no_person_wrote_is_held_back_where_staff_see_it_and_starts_no_wait()
    {
        var secret = await AddMailboxAsync();
        (await HandOverAsync(secret, Mail("away", "Автоответ: меня нет", "Вернусь в понедельник.", more: "Auto-Submitted: auto-replied"))).GetProperty("heldBack").GetString().ShouldBe("OutOfOffice");
        (await HandOverAsync(secret, Mail("list", "Скидки!", "Только сегодня.", "shop@news.test", "List-Unsubscribe: <mailto:off@news.test>"))).GetProperty("heldBack").GetString().ShouldBe("Bulk");
        (await HandOverAsync(secret, Mail("own", "Петля", "Мы сами.", Support))).GetProperty("heldBack").GetString().ShouldBe("OwnAddress");

        var supervisor = Owned(await TestAgent.SignedInAsync(Server, Domain.AgentRole.Supervisor));
        var held = (await supervisor.GetAsync("/api/mail")).GetProperty("heldBack");
        held.GetArrayLength().ShouldBe(3);
        held.EnumerateArray().ShouldContain(mail => mail.GetProperty("from").GetString() == Support);
        (await supervisor.RefusalAsync(HttpMethod.Post, $"/api/mail/held-back/{held[0].GetProperty("id").GetGuid()}/dismiss")).ShouldBeNull();
        (await supervisor.GetAsync("/api/mail")).GetProperty("heldBack").GetArrayLength().ShouldBe(2);
        (await Owned(await TestAgent.OnDutyAsync(Server)).Desk()).Queue.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_was_held_back_becomes_the_message_that_it_is_promised_from_when_it_came_and_once_whoever_says_so()
    {
        var secret = await AddMailboxAsync();
        var came = Server.Clock.GetCurrentInstant();
        var stranger = (await HandOverAsync(secret, Mail("list", "Счёт", "Пришлите счёт.", "boris@other.test", "List-Unsubscribe: <mailto:off@other.test>"))).GetProperty("id").GetGuid();
        var ticket = (await HandOverAsync(secret, Mail("one", "Вопрос", "Как настроить отчёт?"))).GetProperty("ticket").GetGuid();
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        await agent.Take(ticket);
        await agent.Reply(ticket, "Откройте «Отчёты».");
        var answer = (await HandOverAsync(secret, Mail("two", "Re: Вопрос", "Не нашла.", more: "In-Reply-To: <one@clinic.test>\nAuto-Submitted: auto-replied"))).GetProperty("id").GetGuid();
        (await agent.Open(ticket)).Ticket.Promise.ShouldBeNull();
        Server.Clock.Advance(NodaTime.Duration.FromMinutes(10));

        var other = Owned(await TestAgent.SignedInAsync(Server, Domain.AgentRole.Agent, "Сотрудник 2"));
        (await Task.WhenAll(OpenAsync(other, answer), OpenAsync(other, answer))).ShouldBe([ticket, ticket]);
        var opened = await agent.Open(ticket);
        opened.Messages.Count(message => message is { Text: "Не нашла.", Mail.Original: not null }).ShouldBe(1);
        opened.Ticket.Promise!.Start.ShouldBe(came);
        opened.Events.Single(told => told.Type == nameof(HeldMailOpened)).By.ShouldBe("Сотрудник 2");

        var own = await OpenAsync(other, stranger);
        own.ShouldNotBe(ticket);
        var theirs = await agent.Open(own);
        (theirs.Ticket.Promise!.Start, theirs.Ticket.VisitorName, theirs.Messages.Single(message => message.Mail is not null).Text).ShouldBe((came, null, "Пришлите счёт."));
        using var original = await agent.HttpAsync(HttpMethod.Get, $"/api/attachments/{theirs.Messages.Single(message => message.Mail is not null).Mail!.Original}");
        original.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Owned(await TestAgent.SignedInAsync(Server, Domain.AgentRole.Supervisor)).GetAsync("/api/mail")).GetProperty("heldBack").GetArrayLength().ShouldBe(0);
        (await HandOverAsync(secret, Mail("two", "Re: Вопрос", "Не нашла.", more: "In-Reply-To: <one@clinic.test>\nAuto-Submitted: auto-replied"))).GetProperty("ticket").GetGuid().ShouldBe(ticket);
        (await other.RefusalAsync(HttpMethod.Post, $"/api/mail/held-back/{Guid.NewGuid()}/open")).ShouldBe("mail-not-found");
    }

    private static async Task<Guid> OpenAsync(TestAgent agent, Guid mail)
    {
        using var answer = await agent.HttpAsync(HttpMethod.Post, $"/api/mail/held-back/{mail}/open");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("ticket").GetGuid();
    }

    [Fact]
    public async Task What_is_not_signed_by_the_mailbox_is_not_taken()
    {
        var secret = await AddMailboxAsync();
        var mail = Mail("one", "Вопрос", "?");
        foreach (var refused in new[]
        {
            await TryHandOverAsync("другой", mail), await TryHandOverAsync(secret, mail, "other@desk.test"), await TryHandOverAsync(secret, mail, ago: TimeSpan.FromMinutes(6)),
        })
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await TestAgent.CodeAsync(refused)).ShouldBe("mail-not-signed");
            refused.Dispose();
        }
    }

    [Fact]
    public async Task Files_of_a_mail_are_files_of_its_message_and_what_is_not_taken_is_named()
    {
        var secret = await AddMailboxAsync();
        var mail =
            $"""
            From: anna@clinic.test
            To: {Support}
            Subject: =?utf-8?B?0JvQvtCz?=
            Message-ID: <files@clinic.test>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Лог во вложении.
            --b
            Content-Type: text/plain; name="app.log"
            Content-Disposition: attachment; filename="app.log"

            12:00 error
            --b
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="run.exe"
            Content-Transfer-Encoding: base64

            TVqQAAMAAAAEAAAA
            --b--
            """;
        var ticket = (await HandOverAsync(secret, mail)).GetProperty("ticket").GetGuid();
        var message = (await Owned(await TestAgent.OnDutyAsync(Server)).Open(ticket)).Messages.Single(message => message.Author == AuthorKind.Visitor);
        message.Attachments.ShouldNotBeNull().ShouldHaveSingleItem().Name.ShouldBe("app.log");
        message.Mail.ShouldNotBeNull().LeftOut.ShouldBe(["run.exe"]);
        message.Mail.Subject.ShouldBe("Лог");
    }

    [Fact]
    public async Task Of_a_mail_that_is_too_big_to_fetch_the_desk_says_so_and_offers_no_original()
    {
        var headers = Encoding.UTF8.GetBytes("From: anna@clinic.test\r\nSubject: Big\r\nMessage-ID: <big@clinic.test>\r\n\r\n");
        await using var scope = Server.Services.CreateAsyncScope();
        var received = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new ReceiveMail(new(new(Guid.NewGuid())), headers, Server.Clock.GetCurrentInstant(), IsTooBig: true), Cancellation);
        var message = (await Owned(await TestAgent.OnDutyAsync(Server)).Open(received.Value.Ticket!.Value.Value)).Messages.Single(message => message.Author == AuthorKind.Visitor);
        (message.Text, message.Mail!.IsCut, message.Mail.Original).ShouldBe(("Big", true, null));
    }
}
