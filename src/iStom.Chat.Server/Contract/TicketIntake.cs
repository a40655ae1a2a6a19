using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>
/// What a customer's message means for tickets, whatever it came through: it opens one, reopens one, starts a wait on one, or, a plain yes
/// where we asked whether a version helped, resolves one.
/// </summary>
public sealed class TicketIntake(TicketSerials serials, ClaimHistories claims, TariffBook tariffs, LiveRegulation regulation)
{
    /// <summary>
    /// Adds the ticket's part to the session and says which ticket the message belongs to. Refuses with
    /// <see cref="SendRefusals.Outdated"/> where the browser writes as somebody else by now.
    /// </summary>
    /// <param name="session">The message's.</param>
    /// <param name="current">The ticket that it continues, unless that is closed; null: it opens one.</param>
    /// <param name="message">What is written.</param>
    /// <param name="now">When the server accepted it.</param>
    /// <param name="cancellation">The caller's.</param>
    public async Task<Decision<ReceivedMessage>> ReceiveAsync(
        IStoreSession session, Versioned<Ticket>? current, IncomingMessage message, Instant now, CancellationToken cancellation)
    {
        if (current is not null && current.Value.Conversation != message.Conversation)
        {
            return SendRefusals.Outdated;
        }

        if (current is not null && TicketWaits.WaitsAlready(current.Value))
        {
            session.Append(current.Value.Id.Value, current, message.Besides);
            return new ReceivedMessage(current.Value.Id, current.Value.Site, Notice: null, IsChanged: message.Besides is not []);
        }

        var visitor = message.Sender ?? (await session.LoadAsync<Visitor>(message.Visitor.Value, cancellation))!.Value;
        if (visitor.VerifiedAs is not null)
        {
            return SendRefusals.Outdated;
        }

        var tariff = await tariffs.OfAsync(session, visitor.Clinic ?? current?.Value.Clinic, now, cancellation);
        if (current is not null && Continued(current.Value, message, tariff, now) is { Refusal: null } continued)
        {
            session.Append(current.Value.Id.Value, current, [.. continued.Value, .. message.Besides]);
            return new ReceivedMessage(current.Value.Id, current.Value.Site, TicketNotices.Of(current.Value, continued.Value).FirstOrDefault(), IsChanged: true);
        }

        var opened = await OpenAsync(session, visitor, message with { Follows = current?.Value.Id ?? message.Follows }, tariff, now, cancellation);
        return new ReceivedMessage(opened.Id, opened.Site, new(opened.Id, opened.Number, TicketNotice.Opened, now), IsChanged: true);
    }

    private Decision<ITicketEvent[]> Continued(Ticket ticket, IncomingMessage message, Tariff tariff, Instant now) =>
        ticket.IsAsked && message.Says is { } text && PlainYes.Is(text)
            ? TicketFeedback.Answer(ticket, helped: true, tariff, regulation.At(message.Since), now)
            : TicketWaits.CustomerWrites(ticket, tariff, regulation.At(message.Since), now, message.Since);

    private async Task<Ticket> OpenAsync(IStoreSession session, Visitor visitor, IncomingMessage message, Tariff tariff, Instant now, CancellationToken cancellation)
    {
        var kind = message.Kind ?? RequestKind.Question;
        var history = kind.IsRestoreWork() ? await claims.OfAsync(visitor.Id, visitor.Clinic, now, cancellation) : default;
        var request = new TicketOpened(
            new(Guid.CreateVersion7()), await serials.NextNumberAsync(now, cancellation), message.Conversation, visitor.Id, visitor.Clinic,
            visitor.Site, message.Channel, kind, TicketOpening.SubjectOf(message.Subject), message.Follows, Actor.Of(visitor.Id), now);
        var events = TicketOpening.Open(request, tariff, history, regulation.At(message.Since), message.Since).Value;
        var shown = await ShownAsync(session, message.Articles ?? [], cancellation);
        ITicketEvent[] besides =
        [
            .. shown is [] ? Array.Empty<ITicketEvent>() : [new ArticlesShown(shown, now)],
            .. message.Besides,
            .. message.Clinic is { } clinic && visitor.Clinic is null ? [new ClinicProposed(clinic.Id, clinic.Name, now)] : Array.Empty<ITicketEvent>(),
        ];
        return session.Append(request.Ticket.Value, before: null, [.. events, .. besides])!.Value;
    }

    /// <summary>Those that there are and that customers may read; the others are passed over, since nothing of them keeps anybody from writing.</summary>
    private static async Task<IReadOnlyList<ShownArticle>> ShownAsync(IStoreSession session, IReadOnlyList<SeenArticle> seen, CancellationToken cancellation)
    {
        var shown = new List<ShownArticle>();
        foreach (var (id, read) in seen.OfType<SeenArticle>().DistinctBy(article => article.Id).Take(ShownArticle.Most))
        {
            if (await session.LoadAsync<Article>(id, cancellation) is { Value: { State: ArticleState.Published } article })
            {
                shown.Add(new(article.Id, article.Title, read));
            }
        }

        return shown;
    }
}

/// <summary>A message of a customer's that comes in.</summary>
/// <param name="Conversation">The thread in which it will stand.</param>
/// <param name="Visitor">Whose thread that is.</param>
/// <param name="Channel">Through what it comes.</param>
/// <param name="Kind">What the customer says it is, when it opens a ticket; null is a question.</param>
/// <param name="Subject">Of the ticket that it may open: its first line is taken.</param>
/// <param name="Since">When it reached us, which is when the customer began to wait; not later than now.</param>
/// <param name="Articles">What the manual has shown them.</param>
/// <param name="Follows">The ticket that a new one continues.</param>
public sealed record IncomingMessage(
    ConversationId Conversation, VisitorId Visitor, Channel Channel, RequestKind? Kind, string Subject, Instant Since, IReadOnlyList<SeenArticle>? Articles = null, TicketId? Follows = null)
{
    /// <summary>Whoever writes, where that is known already, or they are new; null: they are read.</summary>
    public Visitor? Sender { get; init; }

    /// <summary>All that it says; null: it says something with files.</summary>
    public string? Says { get; init; }

    /// <summary>What else its ticket is to remember of it.</summary>
    public IReadOnlyList<ITicketEvent> Besides { get; init; } = [];

    /// <summary>The clinic that the sender's address speaks for: proposed on the ticket that it opens; null: none.</summary>
    public Clinic? Clinic { get; init; }
}

/// <summary>Where a message belongs, what its thread says about that ticket, and whether the message changes it.</summary>
public sealed record ReceivedMessage(TicketId Ticket, string Site, TicketAnnounced? Notice, bool IsChanged);
