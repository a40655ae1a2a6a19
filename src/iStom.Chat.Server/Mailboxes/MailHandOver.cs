using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Knows whoever hands mail over by HTTP: by the mailbox's secret. The same mail twice makes one entry anyway.</summary>
public sealed class MailHandOver(LiveDocuments<Mailbox> boxes, MailSecrets secrets, IClock clock)
{
    /// <summary>Names the mailbox by its address.</summary>
    public const string MailboxHeader = "X-iStom-Mailbox";

    /// <summary>The mailbox that takes mail so; null where there is none.</summary>
    public Mailbox? Find(string? address) =>
        boxes.All.FirstOrDefault(box => box.HandOverHint is not null && string.Equals(box.Address, address, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a mail was signed by its secret, lately.</summary>
    public async Task<bool> IsSignedAsync(Mailbox box, string? signature, ReadOnlyMemory<byte> raw, CancellationToken cancellation) =>
        await secrets.FindAsync(box.Id, MailSecret.HandOver, cancellation) is { } secret && RequestSignature.IsBy(secret, signature, raw.Span, clock.GetCurrentInstant());
}
