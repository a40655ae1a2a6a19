using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Compose;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using NodaTime;
using Polly.CircuitBreaker;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>
/// Sends our mails: at least once, each try with the same Message-ID (P9). What a server refuses for good is told on the
/// ticket; what fails otherwise is tried again by the outbox, and parked in the end.
/// </summary>
public sealed class LetterDelivery(IStore store, LetterBox letters, MailServers servers, MailHealthBook health, IClock clock) : IOutboxHandler
{
    public string Kind => Letters.Kind;

    public async Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        var letter = delivery.Read<Letter>();
        if (await letters.WriteAsync(letter, cancellation) is { } written)
        {
            await SendAsync(letter, written, cancellation);
        }
    }

    private async Task SendAsync(Letter letter, WrittenLetter written, CancellationToken cancellation)
    {
        var (box, mail) = written;
        if (box.IsPaused)
        {
            throw new LetterException(LetterFailures.Paused);
        }

        var server = box.Outgoing ?? throw new LetterException(LetterFailures.NoServer);
        var answer = await TryAsync(box, server, mail, cancellation);
        switch (answer.Outcome)
        {
            case MailOutcome.Accepted:
                await health.SentAsync(box.Id, cancellation);
                await NoteAsync(letter, letter is { Kind: LetterKind.Reply, Message: { } message } ? new ReplyMailed(message, clock.GetCurrentInstant()) : null, cancellation);
                break;
            case MailOutcome.Refused when letter.Kind == LetterKind.Alarm:
                // Of no concern to the customer's ticket: it waits where an administrator can mend the address.
                throw new LetterException(answer.Reason ?? MailFailures.Recipient);
            case MailOutcome.Refused:
                await NoteAsync(letter, new MailUndelivered(letter.Message, answer.Status ?? "", answer.Words, IsForGood: true, clock.GetCurrentInstant()), cancellation);
                break;
            default:
                await health.SendFailedAsync(box.Id, answer.Reason ?? MailFailures.Deferred, answer.Words, cancellation);
                throw new LetterException(answer.Reason ?? MailFailures.Deferred);
        }
    }

    private async Task<MailAnswer> TryAsync(Mailbox box, MailServer server, OutgoingMail mail, CancellationToken cancellation)
    {
        // Nobody is to answer what a program wrote, not even to say that it did not arrive (RFC 3834, 3.3).
        var envelope = new MailEnvelope(mail.AutoSubmitted == AutoSubmitted.No ? mail.From : null, mail.To);
        try
        {
            return await servers.BreakerOf(box).ExecuteAsync(async token =>
            {
                var transport = await servers.OutgoingAsync(box, server, token);
                var answer = (await transport.SendAsync(envelope, MailWriter.Write(mail), token)).Answers[0];
                return answer is { Outcome: MailOutcome.TryAgain, Code: null } ? throw new MailServerException(answer.Reason ?? MailFailures.Unreachable, answer.Words) : answer;
            }, cancellation);
        }
        catch (MailServerException e)
        {
            await health.SendFailedAsync(box.Id, e.Reason, e.Words, cancellation);
            throw new LetterException(e.Reason, e);
        }
        catch (BrokenCircuitException e)
        {
            throw new LetterException(LetterFailures.LeftAlone, e);
        }
    }

    /// <summary>What became of it stands on the ticket. A crash before that sends it once more, and receivers know the repeat.</summary>
    private async Task NoteAsync(Letter letter, ITicketEvent? outcome, CancellationToken cancellation)
    {
        while (outcome is not null)
        {
            var session = store.OpenSession();
            if (await session.LoadAsync<Ticket>(letter.Ticket.Value, cancellation) is not { } ticket)
            {
                return;
            }

            session.Append(letter.Ticket.Value, ticket, [outcome]);
            try
            {
                await session.CommitAsync(cancellation);
                return;
            }
            catch (ConcurrencyConflictException) when (!cancellation.IsCancellationRequested)
            {
                // Somebody wrote on the ticket meanwhile, or it was noted before a crash.
                if (await letters.HasLeftAsync(letter, cancellation))
                {
                    return;
                }
            }
        }
    }
}
