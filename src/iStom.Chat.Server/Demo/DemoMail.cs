using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Mailboxes;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Tickets;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>A mailbox without servers, and mails as a mail server would hand them over: nothing leaves the machine.</summary>
internal sealed class DemoMail(IServiceProvider services, Agent administrator, Agent agent, Instant now)
{
    private readonly IMediator _mediator = services.GetRequiredService<IMediator>();

    /// <summary>Made once; also where an earlier version's demo had no mail.</summary>
    public async Task AddAsync()
    {
        if (await services.GetRequiredService<IStore>().OpenSession().LoadAsync<ReceivedMail>(MailIdentity.Of(Raw(DemoMails.Quoting)), CancellationToken.None) is not null)
        {
            return;
        }

        var box = await MailboxAsync();
        await ReceiveAsync(box, DemoMails.Quoting, Duration.FromMinutes(25));
        var answered = await ReceiveAsync(box, DemoMails.WithFile, Duration.FromMinutes(50));
        if (await AnswerAsync(answered, DemoMails.Answer) is not null)
        {
            await ReceiveAsync(box, DemoMails.OutOfOffice, Duration.Zero);
        }

        var returned = await ReceiveAsync(box, DemoMails.FromNowhere, Duration.FromMinutes(40));
        if (await AnswerAsync(returned, DemoMails.AnswerToNowhere) is { } answer)
        {
            var letter = new Letter(LetterKind.Reply, returned, Number: "", answer);
            var id = await services.GetRequiredService<MailTokens>().MessageIdAsync(letter, LetterWriter.AddressOf(box), CancellationToken.None);
            await ReceiveAsync(box, DemoMails.Undelivered(id), Duration.Zero);
        }
    }

    private async Task<Mailbox> MailboxAsync()
    {
        var known = services.GetRequiredService<LiveDocuments<Mailbox>>().All.FirstOrDefault(box => string.Equals(box.Address, DemoMails.Support, StringComparison.OrdinalIgnoreCase));
        var wished = new Mailbox(
            new(Guid.CreateVersion7()), DemoMails.Support, new("Поддержка iStom", "iStom support"), Language.Russian, Incoming: null, "INBOX", Outgoing: null, IsPaused: true, HandOverHint: null);
        return known ?? DemoDeeds.Done(await _mediator.Send(
            new ChangeMailbox(By(administrator), wished, IncomingSecret: null, OutgoingSecret: null, HandOver: true, NewHandOver: false, Version: null))).Mailbox;
    }

    /// <summary>The ticket, of a mail that belongs to one.</summary>
    private async Task<TicketId> ReceiveAsync(Mailbox box, string mail, Duration ago) =>
        DemoDeeds.Done(await _mediator.Send(new ReceiveMail(new(box.Id), Raw(mail), now - ago))).Ticket ?? default;

    /// <summary>Null where nobody may take it: the real clock says that it is night.</summary>
    private async Task<MessageId?> AnswerAsync(TicketId ticket, string text)
    {
        if ((await _mediator.Send(new TakeTicket(By(agent), ticket))).Refusal == TicketRefusals.NotEligible)
        {
            return null;
        }

        return new(DemoDeeds.Done(await _mediator.Send(new ReplyToTicket(By(agent), new(Guid.CreateVersion7()), ticket, text))).Id);
    }

    private static AgentCaller By(Agent agent) => new(agent.Id, agent.Name, agent.Roles, agent.PaidSupport, Language.Russian);

    private static byte[] Raw(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));
}
