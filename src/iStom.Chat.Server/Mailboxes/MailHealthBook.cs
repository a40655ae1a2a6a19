using iStom.Chat.Domain;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Writes down how mailboxes do. What another node writes at the same moment is as good.</summary>
public sealed class MailHealthBook(IStore store, IClock clock)
{
    /// <summary>A success is written at most so often: it is told to people.</summary>
    private static readonly Duration Rhythm = Duration.FromMinutes(1);

    public Task FetchedAsync(MailboxId box, MailboxUid? last, CancellationToken cancellation) =>
        KeepAsync(box, health => health with { Incoming = Worked(health.Incoming), Last = last ?? health.Last }, cancellation);

    public Task FetchFailedAsync(MailboxId box, string code, string words, CancellationToken cancellation) =>
        KeepAsync(box, health => health with { Incoming = Failed(health.Incoming, code, words) }, cancellation);

    public Task SentAsync(MailboxId box, CancellationToken cancellation) =>
        KeepAsync(box, health => health with { Outgoing = Worked(health.Outgoing) }, cancellation);

    public Task SendFailedAsync(MailboxId box, string code, string words, CancellationToken cancellation) =>
        KeepAsync(box, health => health with { Outgoing = Failed(health.Outgoing, code, words) }, cancellation);

    /// <summary>The newest mail that was ever handled; null where none was.</summary>
    public async Task<MailboxUid?> LastAsync(MailboxId box, CancellationToken cancellation) =>
        (await store.OpenSession().LoadAsync<MailboxHealth>(box.Value, cancellation))?.Value.Last;

    private Attempt Worked(Attempt? before) =>
        before is { FailedAt: null, WorkedAt: { } at } && clock.GetCurrentInstant() - at < Rhythm ? before : new(clock.GetCurrentInstant(), FailedAt: null, Code: null, Words: null);

    private Attempt Failed(Attempt? before, string code, string words) => new(before?.WorkedAt, clock.GetCurrentInstant(), code, words.Length == 0 ? null : words);

    private Task KeepAsync(MailboxId box, Func<MailboxHealth, MailboxHealth> change, CancellationToken cancellation) =>
        store.NoteAsync<MailboxHealth>(box.Value, before => change(before ?? new(box)), cancellation);
}
