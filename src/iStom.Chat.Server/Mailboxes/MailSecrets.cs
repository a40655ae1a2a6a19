using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>The passwords and tokens of mailboxes, sealed, each for its use.</summary>
public sealed class MailSecrets(SealedSecrets secrets)
{
    /// <summary>Null where there is none, or it was sealed by a server whose keys are lost.</summary>
    public Task<string?> FindAsync(MailboxId box, MailSecret which, CancellationToken cancellation) => secrets.FindAsync(IdOf(box, which), cancellation);

    /// <summary>Keeps a secret with the session's commit; null leaves the one that there is.</summary>
    public Task KeepAsync(IStoreSession session, MailboxId box, MailSecret which, string? secret, CancellationToken cancellation) =>
        secret is null ? Task.CompletedTask : secrets.KeepAsync(session, IdOf(box, which), secret, cancellation);

    /// <summary>All of a mailbox's are gone with the session's commit.</summary>
    public static void Forget(IStoreSession session, MailboxId box)
    {
        foreach (var which in Enum.GetValues<MailSecret>())
        {
            SealedSecrets.Forget(session, IdOf(box, which));
        }
    }

    private static Guid IdOf(MailboxId box, MailSecret which) => NameBasedId.Of(box.Value, which.ToString());
}

/// <summary>What a secret is for. The names are kept, as parts of ids.</summary>
public enum MailSecret
{
    /// <summary>The sign-in by which mail is fetched.</summary>
    Incoming,

    /// <summary>The sign-in by which mail is sent.</summary>
    Outgoing,

    /// <summary>What signs mails that are handed over by HTTP.</summary>
    HandOver,
}
