using System.Security.Cryptography;
using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Email.Threading;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>By what answers to our mails are known: ids that we have signed, with a key that is made once and kept sealed.</summary>
public sealed class MailTokens(IStore store, SigningSecrets secrets) : IDisposable
{
    private const byte Current = 1;
    private static readonly Guid KeyId = new("6d61696c-746f-8b65-8e73-000000000001");
    private readonly SemaphoreSlim _reading = new(1);
    private ReplyTokens? _tokens;

    public void Dispose() => _reading.Dispose();

    /// <summary>Of a letter: the same on every try.</summary>
    public async Task<string> MessageIdAsync(Letter letter, MailAddress from, CancellationToken cancellation) =>
        (await KeysAsync(cancellation)).MessageId(letter.Ticket, MessageOf(letter), from.Domain);

    /// <summary>Where an answer to a ticket's mails finds it by the address alone; the mailbox itself where that has no room for it.</summary>
    public async Task<MailAddress> ReplyAddressAsync(TicketId ticket, MailAddress mailbox, CancellationToken cancellation) =>
        (await KeysAsync(cancellation)).Address(mailbox, ticket);

    /// <summary>The ticket that a mail answers by what we have signed; null: by nothing.</summary>
    public async Task<TicketId?> TicketOfAsync(MailMessage mail, CancellationToken cancellation) =>
        ThreadReference.Of(mail, await KeysAsync(cancellation)).Select(reference => reference.Ticket).FirstOrDefault(ticket => ticket is not null);

    /// <summary>Which of our mails bears this Message-ID; null: none.</summary>
    public async Task<SentLetter?> LetterOfAsync(string? messageId, CancellationToken cancellation) =>
        messageId is not null && (await KeysAsync(cancellation)).MailOf(messageId) is var (ticket, message)
            ? new(ticket, message.Value == ticket.Value ? null : message)
            : null;

    /// <summary>An acknowledgement carries no message: the ticket's own id stands in its place.</summary>
    private static MessageId MessageOf(Letter letter) => letter.Message ?? new(letter.Ticket.Value);

    private async Task<ReplyTokens> KeysAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            return _tokens ??= new(new Dictionary<byte, byte[]> { [Current] = await KeyAsync(cancellation) }, Current);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <exception cref="CryptographicException">It was sealed by a server whose own keys are lost.</exception>
    private async Task<byte[]> KeyAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var session = store.OpenSession();
            if (await session.LoadAsync<SigningSecret>(KeyId, cancellation) is { } kept)
            {
                return Convert.FromHexString(secrets.TryOpen(kept.Value) ?? throw new CryptographicException("The key of the mails' ids cannot be opened."));
            }

            session.Store(secrets.Seal(new(KeyId), Convert.ToHexString(RandomNumberGenerator.GetBytes(32))), StreamVersion.None, 1);
            try
            {
                await session.CommitAsync(cancellation);
            }
            catch (ConcurrencyConflictException)
            {
                // Another node has made one at the same moment.
            }
        }
    }
}

/// <summary>A mail of ours, by its Message-ID.</summary>
/// <param name="Message">The answer that it carried; null: the acknowledgement.</param>
public sealed record SentLetter(TicketId Ticket, MessageId? Message);
