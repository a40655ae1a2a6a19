using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Compose;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using Npgsql;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>A mail of ours and the mailbox through which it leaves.</summary>
public sealed record WrittenLetter(Mailbox Mailbox, OutgoingMail Mail);

/// <summary>Makes a mail of what is to leave, from what is stored; null where there is nobody to write to, or no need any more.</summary>
public sealed class LetterBox(
    IStore store, LiveDocuments<Mailbox> boxes, SendingMailboxes sending, AlarmLetters alarms, MailTokens tokens, LetterWriter writer, IFileContents files, NpgsqlDataSource database)
{
    /// <summary>The thread is read backwards in pages of so many events, to the customer's last message.</summary>
    private const int Page = 100;

    private const string MailboxSql = "select data, mt_version from mt_doc_receivedmail where ticket = $1 order by data ->> 'At' limit 1";

    /// <summary>An answer that left has its event; a second event of it would be a second mail.</summary>
    public async Task<bool> HasLeftAsync(Letter letter, CancellationToken cancellation) =>
        letter.Message is { } message && await store.OpenSession().FindEventAsync(NameBasedId.Of(letter.Ticket.Value, message.Value), cancellation) is { Data: ReplyMailed };

    /// <exception cref="LetterException">There is no mailbox, or no address, although somebody waits for it.</exception>
    public async Task<WrittenLetter?> WriteAsync(Letter letter, CancellationToken cancellation)
    {
        if (letter.Alarm is { } told)
        {
            return await alarms.WriteAsync(told, cancellation);
        }

        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(letter.Ticket.Value, cancellation) is not { Value: var ticket }
            || await session.LoadAsync<Visitor>(ticket.Visitor.Value, cancellation) is not { Value: var visitor }
            || AddressOf(visitor) is not { } to
            || await HasLeftAsync(letter, cancellation))
        {
            return null;
        }

        var written = letter switch
        {
            { Kind: LetterKind.Invitation, Message: { } invitation } => await InvitationAsync(session, letter, ticket, new(invitation.Value), to, cancellation),
            { Message: { } message } => await MessageAsync(session, ticket, letter, message, to, cancellation),
            _ => await AcknowledgementAsync(session, ticket, to, cancellation),
        };
        return written is { Mailbox.UsesReplyTokens: true } ? await AnswerableAsync(written, ticket, cancellation) : written;
    }

    private async Task<WrittenLetter> AnswerableAsync(WrittenLetter written, Ticket ticket, CancellationToken cancellation) =>
        written with { Mail = written.Mail with { ReplyTo = await tokens.ReplyAddressAsync(ticket.Id, LetterWriter.AddressOf(written.Mailbox), cancellation) } };

    /// <summary>Of whoever writes by mail; else what they gave, else what the site said of them.</summary>
    private static MailAddress? AddressOf(Visitor visitor) =>
        new[] { visitor.MailAddress, visitor.GivenEmail, visitor.Email }.Select(text => MailAddress.TryParse(text, out var address) ? address : null).FirstOrDefault(address => address is not null);

    private async Task<WrittenLetter?> MessageAsync(IStoreSession session, Ticket ticket, Letter letter, MessageId message, MailAddress to, CancellationToken cancellation)
    {
        var thread = ticket.Conversation;
        if (await session.FindEventAsync(NameBasedId.Of(thread.Value, message.Value), cancellation) is not { } stored || stored.Data is AgentReplied { Text: PersonalDataAttribute.Erased })
        {
            return null;
        }

        if (ticket.Channel != Channel.Email && (await ReadMarkers.OfAsync(session, thread, cancellation)).First(marker => marker.Side == AuthorKind.Visitor).Sequence >= stored.Version)
        {
            return null;
        }

        var box = await BoxAsync(ticket, cancellation);
        var asked = await AskedAsync(session, ticket, stored.Version, cancellation);
        var id = await tokens.MessageIdAsync(letter, LetterWriter.AddressOf(box), cancellation);
        return stored.Data switch
        {
            AgentReplied answer => new(box, writer.Reply(box, ticket, answer, asked, to, id, await FilesAsync(answer.Attachments ?? [], cancellation))),
            CustomerInformed told => new(box, writer.Notice(box, ticket, told, asked, to, id)),
            _ => null,
        };
    }

    /// <summary>Of one that is open, to whoever has not seen it.</summary>
    private async Task<WrittenLetter?> InvitationAsync(IStoreSession session, Letter letter, Ticket ticket, RemoteSessionId invitation, MailAddress to, CancellationToken cancellation)
    {
        if (ticket.RemoteSession is not { ConsentedAt: null } remote || remote.Id != invitation || (ticket.Channel != Channel.Email && await IsSeenAsync(session, ticket.Conversation, invitation, cancellation)))
        {
            return null;
        }

        var box = await BoxAsync(ticket, cancellation);
        var asked = await AskedAsync(session, ticket, long.MaxValue, cancellation);
        return new(box, writer.Invitation(box, ticket, remote, asked, to, await tokens.MessageIdAsync(letter, LetterWriter.AddressOf(box), cancellation)));
    }

    private static async Task<bool> IsSeenAsync(IStoreSession session, ConversationId thread, RemoteSessionId invitation, CancellationToken cancellation)
    {
        var read = (await ReadMarkers.OfAsync(session, thread, cancellation)).First(marker => marker.Side == AuthorKind.Visitor).Sequence;
        var unread = await session.ReadAsync(thread.Value, read, Page, cancellation);
        return !unread.Any(stored => stored.Data is TicketAnnounced { Notice: TicketNotice.RemoteSupportInvited, Remote: { } card } && card.Session == invitation);
    }

    private async Task<WrittenLetter?> AcknowledgementAsync(IStoreSession session, Ticket ticket, MailAddress to, CancellationToken cancellation)
    {
        // Whoever has been answered meanwhile needs no promise any more.
        if (ticket.Wait is not { Promise: var promise } || await AskedAsync(session, ticket, long.MaxValue, cancellation) is not { } asked)
        {
            return null;
        }

        var box = await BoxAsync(ticket, cancellation);
        var id = await tokens.MessageIdAsync(new(LetterKind.Acknowledgement, ticket.Id, ticket.Number, Message: null), LetterWriter.AddressOf(box), cancellation);
        return new(box, writer.Acknowledgement(box, ticket, promise, asked, to, id, ticket.OpenedAt));
    }

    /// <summary>That through which the ticket came; else the first that can send.</summary>
    private async Task<Mailbox> BoxAsync(Ticket ticket, CancellationToken cancellation)
    {
        var came = await database.ReadDocumentsAsync<ReceivedMail>(MailboxSql, [Sql.Of(ticket.Id.Value)], cancellation);
        return (came is [var first] ? boxes.Find(first.Value.Mailbox.Value)?.Value : null)
            ?? sending.First();
    }

    /// <summary>The customer's last message of the ticket before an entry.</summary>
    private static async Task<VisitorWrote?> AskedAsync(IStoreSession session, Ticket ticket, long before, CancellationToken cancellation)
    {
        var last = (await session.LoadAsync<Conversation>(ticket.Conversation.Value, cancellation))?.Version ?? 0;
        for (var until = Math.Min(before - 1, last); until > 0; until -= Page)
        {
            var from = Math.Max(0, until - Page);
            var events = await session.ReadAsync(ticket.Conversation.Value, from, (int)(until - from), cancellation);
            if (events.Select(stored => stored.Data).OfType<VisitorWrote>().LastOrDefault(wrote => wrote.Ticket == ticket.Id) is { } asked)
            {
                return asked;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<OutgoingAttachment>> FilesAsync(IReadOnlyList<Attachment> attachments, CancellationToken cancellation)
    {
        var read = new List<OutgoingAttachment>();
        foreach (var file in attachments)
        {
            await using var content = await files.OpenAsync(file.Id, cancellation);
            if (content is not null)
            {
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, cancellation);
                read.Add(new(file.Name, file.Type.MediaType(), bytes.ToArray()));
            }
        }

        return read;
    }
}
