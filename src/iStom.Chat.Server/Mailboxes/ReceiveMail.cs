using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
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

internal sealed class ReceiveMailHandler(IStore store, MailPlaces places, MailGate gate, MailFiles files, MailReturns returns, TicketIntake intake, Letters letters, IClock clock)
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
        var came = new ReceivedMail(id, request.Caller.Mailbox, now, mail.MessageId is { } own ? ReceivedMail.HashOf(own) : null, Ticket: null, Message: null, Sender: null, IsAcknowledged: false);
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
            : await WriteAsync(session, request, mail, came, place, cancellationToken);
    }

    private async Task<Decision<ReceivedMail>> WriteAsync(
        IStoreSession session, ReceiveMail request, MailMessage mail, ReceivedMail came, MailPlace place, CancellationToken cancellation)
    {
        var kept = await files.KeepAsync(session, mail, request, came.Id, place, cancellation);
        if (kept.Refusal is { } later)
        {
            return later;
        }

        var said = MailText.Of(mail, kept.Value, request.IsTooBig);
        var since = Instant.Min(request.ReceivedAt, came.At);
        var message = new IncomingMessage(place.Conversation, place.Sender.Id, Channel.Email, Kind: null, MailText.SubjectOf(mail, said), since, Follows: place.Follows) { Sender = place.Sender };
        var received = await intake.ReceiveAsync(session, place.Ticket, message, came.At, cancellation);
        if (received.Refusal is { } refusal)
        {
            return refusal;
        }

        var (ticket, notice) = (received.Value.Ticket, received.Value.Notice);
        var isOpened = notice?.Notice == TicketNotice.Opened;
        var conversation = await session.LoadAsync<Conversation>(place.Conversation.Value, cancellation);
        session.Append(place.Conversation.Value, conversation, ConversationDecisions.VisitorWrites(
            conversation?.Value, new(place.Conversation, place.Sender.Id, place.Sender.Site, came.At), consent: null,
            new(new(came.Id), ticket, said.Text, ReplyTo: null, came.At, kept.Value.Attachments is [] ? null : kept.Value.Attachments, said.Origin), notice));
        if (place.IsNew)
        {
            session.Store(place.Sender, StreamVersion.None, 1);
        }

        var done = came with { Ticket = ticket, Message = new(came.Id), Sender = place.Sender.Id, IsAcknowledged = isOpened && await gate.MayAcknowledgeAsync(mail, place, came.At, cancellation) };
        session.Store(done, StreamVersion.None, 1);
        if (done.IsAcknowledged)
        {
            letters.LeaveAcknowledgement(session, ticket, notice!.Number, came.At);
        }

        await session.CommitAsync(cancellation);
        return done;
    }
}
