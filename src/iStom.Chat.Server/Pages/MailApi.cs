using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Mailboxes;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>The mailboxes, what became of their mail, and mail that a server hands over by itself.</summary>
internal static class MailApi
{
    public static void MapMail(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Mail");
        api.MapGet("/mail", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetMail(caller)))
            .Answers<MailView>("getMail", "The mailboxes, how they do, mails of ours that have not left, and mails that were held back.");
        api.MapPut("/mail/mailboxes/{id:guid}", (HttpContext http, IMediator mediator, Guid id, MailboxBody body) =>
                http.AskAsync(mediator, caller => new ChangeMailbox(caller, body.Wished(id), body.IncomingSecret, body.OutgoingSecret, body.HandOver, body.NewHandOver, body.Version)))
            .Answers<ChangedMailbox>(
                "changeMailbox", "Adds a mailbox (version: null), or changes, pauses, or lets it go on; a secret for handing over is told once.", "changed-meanwhile", "mailbox-not-found",
                "email-malformed", "address-taken", "sender-missing", "mail-server-malformed", "mail-not-encrypted", "mail-secret-missing");
        api.MapDelete("/mail/mailboxes/{id:guid}", (HttpContext http, IMediator mediator, Guid id, long version) => http.TellAsync(mediator, caller => new RemoveMailbox(caller, new(id), version)))
            .AnswersNothing("removeMailbox", "Uses a mailbox no more.", "mailbox-not-found", "changed-meanwhile");
        api.MapPost("/mail/mailboxes/{id:guid}/test", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new TestMailbox(caller, new(id))))
            .Answers<MailboxTest>("testMailbox", "Connects to both servers of a mailbox, and signs in.", "mailbox-not-found");
        api.MapPut("/mail/settings", (HttpContext http, IMediator mediator, MailSettingsBody body) => http.AskAsync(mediator, caller => new ChangeMailSettings(caller, body.Wished, body.Version)))
            .Answers<KeptMailSettings>("changeMailSettings", "Changes the settings of mail.", "mail-limit-out-of-range", "changed-meanwhile");
        api.MapPost("/mail/held-back/{id:guid}/dismiss", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new DismissHeldBack(caller, id)))
            .AnswersNothing("dismissHeldBack", "A mail that was held back is in the list no more.", "mail-not-found");
        api.MapPost("/mail/held-back/{id:guid}/open", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new OpenHeldBack(caller, id)))
            .Answers<OpenedMail>(
                "openHeldBack", "A person wrote it after all: a mail that was held back becomes a message of its ticket; the same again gives the same answer.",
                "mail-not-found", "mail-not-kept", "mail-without-sender", "visitor-blocked", "storage-full", "scanner-away");
        desk.MapPost("/api/mail/inbound", HandOverAsync).WithTags("Mail")
            .Accepts<Stream>("message/rfc822")
            .Answers<InboundMail>("handMailOver", "A mail server hands a mail over: the mail as it is, its mailbox and the signature in headers.", "mail-not-signed", "file-too-large", "storage-full", "scanner-away");
    }

    private static async Task<IResult> HandOverAsync(HttpContext http, IMediator mediator, MailHandOver handOver, MailSettingsBook settings, IClock clock)
    {
        // Nothing is read from whoever names no mailbox.
        if (handOver.Find(http.Request.Headers[MailHandOver.MailboxHeader]) is not { } box)
        {
            return Problems.From(MailboxRefusals.NotSigned);
        }

        // A mail may be larger than what else is taken here.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        if (await http.ReadBodyAsync(settings.LargestBytes) is not { } raw)
        {
            return Problems.From(FileRefusals.TooLarge(settings.LargestBytes));
        }

        if (!await handOver.IsSignedAsync(box, http.Request.Headers[RequestSignature.Header], raw, http.RequestAborted))
        {
            return Problems.From(MailboxRefusals.NotSigned);
        }

        var received = await mediator.Send(new ReceiveMail(new(box.Id), raw, clock.GetCurrentInstant()), http.RequestAborted);
        return DeskCalls.Answer(received, mail => Results.Json(new InboundMail(mail.Id, mail.Ticket?.Value, mail.HeldBack)));
    }

    /// <summary>version: the one that was read; null adds the mailbox. Secrets: null leaves what there is.</summary>
    internal sealed record MailboxBody(
        string? Address, LocalizedName? Sender, Language Language, MailServer? Incoming, string? Folder, MailServer? Outgoing, bool IsPaused, string? IncomingSecret, string? OutgoingSecret,
        bool HandOver, bool NewHandOver, long? Version, bool UsesReplyTokens = false)
    {
        public Mailbox Wished(Guid id) =>
            new(new(id), Address ?? "", new(Sender?.Russian ?? "", Sender?.English ?? ""), Language, Incoming, Folder ?? "", Outgoing, IsPaused, HandOverHint: null) { UsesReplyTokens = UsesReplyTokens };
    }

    /// <summary>version: the one that was read; 0 before the first change.</summary>
    internal sealed record MailSettingsBody(int LargestMebibytes, int MostPerHour, int MostAcknowledgements, int ReadingMinutes, int HeldBackDays, long Version)
    {
        public MailSettings Wished => new(LargestMebibytes, MostPerHour, MostAcknowledgements, ReadingMinutes, HeldBackDays);
    }
}

/// <summary>ticket: to which it belongs; null: to none. heldBack: why it became no message; null: it did.</summary>
public sealed record InboundMail(Guid Id, Guid? Ticket, Domain.Tickets.HeldBackReason? HeldBack);
