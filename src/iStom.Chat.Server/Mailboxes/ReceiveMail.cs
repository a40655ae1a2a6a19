using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>
/// A mail came in (§3.2): it opens a ticket, goes on with one, tells of a mail of ours that did not arrive, or is held back, where staff see
/// it. The same mail again gives the first answer. Refuses <c>storage-full</c> and <c>scanner-away</c>: it is to be handed over again later.
/// </summary>
/// <param name="Raw">As it was on the wire.</param>
/// <param name="ReceivedAt">When it reached the mailbox, which is when the customer began to wait.</param>
/// <param name="IsTooBig">There are its headers alone.</param>
[AllowMail]
public sealed record ReceiveMail(MailCaller Caller, ReadOnlyMemory<byte> Raw, Instant ReceivedAt, bool IsTooBig = false) : ICommand, IRequest<Decision<ReceivedMail>>
{
    Caller ICommand.By => Caller;
}

internal sealed class ReceiveMailHandler(IStore store, MailPlaces places, MailGate gate, MailReturns returns, MailEntry entry, IClock clock)
    : IRequestHandler<ReceiveMail, Decision<ReceivedMail>>
{
    public async Task<Decision<ReceivedMail>> Handle(ReceiveMail request, CancellationToken cancellationToken)
    {
        var (session, mail, id) = (store.OpenSession(), MailReader.Read(request.Raw), MailIdentity.Of(request.Raw));
        if (await session.LoadAsync<ReceivedMail>(id, cancellationToken) is { } known)
        {
            return known.Value;
        }

        var now = clock.GetCurrentInstant();
        var came = new ReceivedMail(id, request.Caller.Mailbox, now, mail.MessageId is { } own ? ReceivedMail.HashOf(own) : null, Ticket: null, Message: null, Sender: null, IsAcknowledged: false) { ReachedAt = Instant.Min(request.ReceivedAt, now) };
        if (mail.Report is not null)
        {
            return await returns.TakeAsync(session, mail, request.Raw, came, cancellationToken);
        }

        if (MailGate.SenderOf(mail) is not { } sender)
        {
            return await returns.HoldBackAsync(session, mail, request.Raw, came with { HeldBack = HeldBackReason.NoSender }, place: null, cancellationToken);
        }

        var place = await places.FindAsync(session, mail, sender, cancellationToken);
        return await gate.ReasonAsync(mail, sender, place, now, cancellationToken) is { } reason
            ? await returns.HoldBackAsync(session, mail, request.Raw, came with { HeldBack = reason }, place, cancellationToken)
            : await entry.WriteAsync(session, new(mail, request.Raw, request.ReceivedAt, request.IsTooBig), new(came, StreamVersion.None), place, cancellationToken);
    }
}
