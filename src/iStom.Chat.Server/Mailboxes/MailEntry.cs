using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>A mail as it was taken.</summary>
/// <param name="Raw">As it was on the wire.</param>
/// <param name="ReachedAt">When it reached the mailbox, which is when the customer began to wait.</param>
/// <param name="IsTooBig">There are its headers alone.</param>
internal sealed record TakenMail(MailMessage Message, ReadOnlyMemory<byte> Raw, Instant ReachedAt, bool IsTooBig)
{
    /// <summary>The file that it is kept in already; null: it is not.</summary>
    public AttachmentId? Kept { get; init; }

    /// <summary>Who says that a person wrote it, though it was held back; null: nobody had to.</summary>
    public AgentId? OpenedBy { get; init; }
}

/// <summary>A mail becomes a message of its sender's thread, with its files, its ticket, and its acknowledgement, in one transaction.</summary>
internal sealed class MailEntry(MailFiles files, MailGate gate, MailClinics clinics, TicketIntake intake, Letters letters)
{
    /// <summary>Commits; answers with what is kept of the mail.</summary>
    /// <param name="came">With the version that it has.</param>
    public async Task<Decision<ReceivedMail>> WriteAsync(IStoreSession session, TakenMail taken, Versioned<ReceivedMail> came, MailPlace place, CancellationToken cancellation)
    {
        var (mail, id, now) = (taken.Message, came.Value.Id, came.Value.At);
        var kept = await files.KeepAsync(session, taken, id, place, cancellation);
        if (kept.Refusal is { } later)
        {
            return later;
        }

        var said = MailText.Of(mail, kept.Value, taken.IsTooBig);
        var message = (await MessageAsync(taken, said, id, place, now, cancellation)) with { Says = kept.Value.Attachments is [] ? said.Text : null };
        var received = await intake.ReceiveAsync(session, place.Ticket, message, now, cancellation);
        if (received.Refusal is { } refusal)
        {
            return refusal;
        }

        var (ticket, notice) = (received.Value.Ticket, received.Value.Notice);
        var conversation = await session.LoadAsync<Conversation>(place.Conversation.Value, cancellation);
        session.Append(place.Conversation.Value, conversation, ConversationDecisions.VisitorWrites(
            conversation?.Value, new(place.Conversation, place.Sender.Id, place.Sender.Site, now), consent: null,
            new(new(id), ticket, said.Text, ReplyTo: null, now, kept.Value.Attachments is [] ? null : kept.Value.Attachments, said.Origin), notice));
        if (place.IsNew)
        {
            session.Store(place.Sender, StreamVersion.None, 1);
        }

        var mayAcknowledge = taken.OpenedBy is null && notice?.Notice == TicketNotice.Opened && await gate.MayAcknowledgeAsync(mail, place, now, cancellation);
        var done = came.Value.AsMessage(ticket, place.Sender.Id, mayAcknowledge);
        session.Store(done, came.Version, came.Version + 1);
        if (done.IsAcknowledged)
        {
            letters.LeaveAcknowledgement(session, ticket, notice!.Number, now);
        }

        await session.CommitAsync(cancellation);
        return done;
    }

    private async Task<IncomingMessage> MessageAsync(TakenMail taken, MailText said, Guid id, MailPlace place, Instant now, CancellationToken cancellation) =>
        new(place.Conversation, place.Sender.Id, Channel.Email, Kind: null, MailText.SubjectOf(taken.Message, said), Instant.Min(taken.ReachedAt, now), Follows: place.Follows)
        {
            Sender = place.Sender,
            Clinic = await clinics.OfAsync(MailGate.SenderOf(taken.Message)!, cancellation),
            Besides = taken.OpenedBy is { } agent ? [new HeldMailOpened(id, agent, now)] : [],
        };
}
