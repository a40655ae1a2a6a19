using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Mails that are no message of a customer's: reports on the delivery of ours, and what is held back. Nothing of it is dropped.</summary>
internal sealed class MailReturns(MailTokens tokens, MailFiles files)
{
    /// <summary>Longest of a server's words, in UTF-16 code units.</summary>
    private const int LongestWords = 500;

    /// <summary>A report tells of the ticket whose mail it is about; only what we have signed ourselves is believed.</summary>
    public async Task<Decision<ReceivedMail>> TakeAsync(IStoreSession session, MailMessage mail, ReadOnlyMemory<byte> raw, ReceivedMail came, CancellationToken cancellation)
    {
        var report = mail.Report!;
        if (await tokens.LetterOfAsync(report.OriginalMessageId, cancellation) is not { } letter
            || await session.LoadAsync<Ticket>(letter.Ticket.Value, cancellation) is not { } ticket)
        {
            return await HoldBackAsync(session, mail, raw, came with { HeldBack = HeldBackReason.ForeignReport }, place: null, cancellation);
        }

        // That it arrived, or was handed on, is what everybody expects.
        if (report.Recipients.FirstOrDefault(recipient => recipient.Action is "failed" or "delayed") is { } failed)
        {
            var words = failed.Diagnostic[..Math.Min(failed.Diagnostic.Length, LongestWords)];
            session.Append(letter.Ticket.Value, ticket, [new MailUndelivered(letter.Message, failed.Status, words, failed.IsPermanentFailure, came.At)]);
        }

        var done = came with { Ticket = letter.Ticket };
        session.Store(done, StreamVersion.None, 1);
        await session.CommitAsync(cancellation);
        return done;
    }

    /// <summary>Staff find it on the desk, and on its ticket where that is known.</summary>
    public async Task<Decision<ReceivedMail>> HoldBackAsync(
        IStoreSession session, MailMessage mail, ReadOnlyMemory<byte> raw, ReceivedMail came, MailPlace? place, CancellationToken cancellation)
    {
        var isKnown = place is { IsNew: false };
        var original = await files.KeepOriginalAsync(session, raw, came.Id, isKnown ? place!.Conversation : new(came.Id), Actor.Desk, cancellation);
        if (original.Refusal is { } later)
        {
            return later;
        }

        var held = came with
        {
            Ticket = place?.Ticket?.Value.Id,
            Sender = isKnown ? place!.Sender.Id : null,
            From = mail.From is [var from, ..] ? from.Display : null,
            Subject = mail.Subject,
            Original = original.Value,
        };
        if (place?.Ticket is { } ticket)
        {
            session.Append(ticket.Value.Id.Value, ticket, [new MailHeldBack(came.Id, held.HeldBack!.Value, came.At)]);
        }

        session.Store(held, StreamVersion.None, 1);
        await session.CommitAsync(cancellation);
        return held;
    }
}
