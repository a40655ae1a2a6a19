using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>
/// A person wrote the mail that was held back, says a member of the staff: it becomes the message that it would have been, promised from
/// when it reached the mailbox. Said again it gives the same ticket. Refuses <c>mail-not-found</c>; <c>mail-not-kept</c> where nothing is left
/// of it, <c>mail-without-sender</c> where nobody could be answered, <c>visitor-blocked</c>, and what <see cref="ReceiveMail"/> refuses.
/// </summary>
[AllowStaff]
public sealed record OpenHeldBack(AgentCaller Caller, Guid Mail) : AgentCommand<OpenedMail>(Caller);

/// <summary>The ticket that the mail belongs to.</summary>
public sealed record OpenedMail(Guid Ticket);

internal sealed class OpenHeldBackHandler(IStore store, MailPlaces places, MailFiles files, MailEntry entry, BlockBook blocks, IClock clock) : IRequestHandler<OpenHeldBack, Decision<OpenedMail>>
{
    private static readonly Refusal NotFound = new("mail-not-found");

    private static readonly Refusal NotKept = new("mail-not-kept");

    private static readonly Refusal WithoutSender = new("mail-without-sender");

    public async Task<Decision<OpenedMail>> Handle(OpenHeldBack request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<ReceivedMail>(request.Mail, cancellationToken) is not { } held)
        {
            return NotFound;
        }

        if (held.Value is { Message: not null, Ticket: { } ticket })
        {
            return new OpenedMail(ticket.Value);
        }

        if (held.Value.HeldBack is null)
        {
            return NotFound;
        }

        return await files.ReadAsync(held.Value.Original, cancellationToken) is { } raw ? await OpenAsync(session, request, held, raw, cancellationToken) : NotKept;
    }

    private async Task<Decision<OpenedMail>> OpenAsync(IStoreSession session, OpenHeldBack request, Versioned<ReceivedMail> held, byte[] raw, CancellationToken cancellation)
    {
        var mail = MailReader.Read(raw);
        if (MailGate.SenderOf(mail) is not { } sender)
        {
            return WithoutSender;
        }

        var now = clock.GetCurrentInstant();
        var place = await places.FindAsync(session, mail, sender, cancellation);
        if (blocks.RefusalOf(place.Conversation, now) is { } blocked)
        {
            return blocked;
        }

        var reached = new TakenMail(mail, raw, held.Value.ReachedAt ?? held.Value.At, IsTooBig: false) { Kept = held.Value.Original, OpenedBy = request.Caller.Agent };
        var done = await entry.WriteAsync(session, reached, new(held.Value with { At = now }, held.Version), place, cancellation);
        return done.Refusal is { } refusal ? refusal : new OpenedMail(done.Value.Ticket!.Value.Value);
    }
}
