using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>The mailboxes, how they do, what could not be sent, and what was held back.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record GetMail(AgentCaller Caller) : AgentCommand<MailView>(Caller);

/// <summary>letters: what is on its way or parked, at most 50. heldBack: newest first, at most 50.</summary>
public sealed record MailView(IReadOnlyList<MailboxView> Mailboxes, KeptMailSettings Settings, IReadOnlyList<LetterView> Letters, IReadOnlyList<HeldBackView> HeldBack);

/// <summary>version: to be said with a change. incoming, outgoing: how each way does; null where it was never tried.</summary>
public sealed record MailboxView(Mailbox Mailbox, long Version, Attempt? Incoming, Attempt? Outgoing);

/// <summary>A mail of ours. due: when the next try is. parkedAt: it waits for a person since its last try failed. reason: why the last try failed.</summary>
public sealed record LetterView(Guid Id, LetterKind Kind, Guid Ticket, string Number, int Tries, Instant Due, Instant? ParkedAt, string? Reason);

/// <summary>original: the mail as it came in; null where it could not be kept. ticket: what it is about, if that is known.</summary>
public sealed record HeldBackView(Guid Id, Instant At, HeldBackReason Reason, string? From, string? Subject, Guid? Original, Guid? Ticket)
{
    internal static HeldBackView Of(ReceivedMail mail) => new(mail.Id, mail.At, mail.HeldBack!.Value, mail.From, mail.Subject, mail.Original?.Value, mail.Ticket?.Value);
}

internal sealed class GetMailHandler(LiveDocuments<Mailbox> boxes, MailSettingsBook settings, MailReports reports, IStore store) : IRequestHandler<GetMail, Decision<MailView>>
{
    public async Task<Decision<MailView>> Handle(GetMail request, CancellationToken cancellationToken)
    {
        var (session, views) = (store.OpenSession(), new List<MailboxView>());
        foreach (var box in boxes.All.OrderBy(box => box.Address, StringComparer.OrdinalIgnoreCase))
        {
            var health = (await session.LoadAsync<MailboxHealth>(box.Id.Value, cancellationToken))?.Value;
            views.Add(new(box, boxes.Find(box.Id.Value)?.Version ?? 0, health?.Incoming, health?.Outgoing));
        }

        return new MailView(views, new(settings.Settings, settings.Versioned.Version), await reports.LettersAsync(cancellationToken), await reports.HeldBackAsync(cancellationToken));
    }
}
