using iStom.Chat.Domain;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>How a mailbox does: its last success and its last failure, each way.</summary>
/// <param name="Id">The mailbox's.</param>
public sealed record MailboxHealth(MailboxId Id)
{
    public Attempt? Incoming { get; init; }

    public Attempt? Outgoing { get; init; }

    /// <summary>The newest mail that was handled: a person may have looked at the next ones before us.</summary>
    public MailboxUid? Last { get; init; }

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<MailboxHealth>(health => health.Id.Value);
}

/// <summary>The last of each outcome.</summary>
/// <param name="WorkedAt">Null: never yet.</param>
/// <param name="FailedAt">Null: never yet, or not since it worked.</param>
/// <param name="Code">Why it failed: a stable code, which the desk puts into words.</param>
/// <param name="Words">What the server said, bounded; null: nothing.</param>
public sealed record Attempt(Instant? WorkedAt, Instant? FailedAt, string? Code, string? Words);
