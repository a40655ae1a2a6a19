using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>What a visitor's message means for tickets: it opens one, reopens one, or starts a wait on one.</summary>
public sealed class TicketIntake(TicketSerials serials, ClaimHistories claims, TariffBook tariffs, LiveRegulation regulation)
{
    /// <summary>
    /// Adds the ticket's part to the session and says which ticket the message belongs to. Refuses with
    /// <see cref="SendRefusals.Outdated"/> where the browser writes as somebody else by now.
    /// </summary>
    public async Task<Decision<Received>> ReceiveAsync(
        IStoreSession session, Conversation? conversation, PostMessage message, string text, Instant now, CancellationToken cancellation)
    {
        var current = conversation?.CurrentTicket is { } id ? await session.RecallAsync<Ticket>(id.Value, cancellation) : null;
        if (current is not null && current.Value.Conversation != message.Caller.Conversation)
        {
            return SendRefusals.Outdated;
        }

        if (current is not null && TicketWaits.WaitsAlready(current.Value))
        {
            return new Received(current.Value.Id, current.Value.Site, Notice: null, IsChanged: false);
        }

        var visitor = (await session.LoadAsync<Visitor>(message.Caller.Visitor.Value, cancellation))!.Value;
        if (visitor.VerifiedAs is not null)
        {
            return SendRefusals.Outdated;
        }

        var tariff = await tariffs.OfAsync(session, visitor.Clinic, now, cancellation);
        if (current is not null && TicketWaits.CustomerWrites(current.Value, tariff, regulation.At(now), now) is { Refusal: null } continued)
        {
            session.Append(current.Value.Id.Value, current, continued.Value);
            var reopened = continued.Value.OfType<TicketReopened>().Any();
            return Received.Of(current.Value, reopened ? TicketNotice.Reopened : null, now);
        }

        var opened = await OpenAsync(session, visitor, message, text, tariff, current?.Value.Id, now, cancellation);
        return Received.Of(opened, TicketNotice.Opened, now);
    }

    private async Task<Ticket> OpenAsync(
        IStoreSession session, Visitor visitor, PostMessage message, string text, Tariff tariff, TicketId? follows, Instant now, CancellationToken cancellation)
    {
        var kind = message.Kind ?? RequestKind.Question;
        var history = kind.IsRestoreWork() ? await claims.OfAsync(visitor.Id, visitor.Clinic, now, cancellation) : default;
        var request = new TicketOpened(
            new(Guid.CreateVersion7()), await serials.NextNumberAsync(now, cancellation), message.Caller.Conversation, visitor.Id, visitor.Clinic,
            visitor.Site, Channel.Chat, kind, TicketOpening.SubjectOf(text), follows, Actor.Of(visitor.Id), now);
        var events = TicketOpening.Open(request, tariff, history, regulation.At(now)).Value;
        var shown = await ShownAsync(session, message.Articles ?? [], cancellation);
        return session.Append(request.Ticket.Value, before: null, shown is [] ? events : [.. events, new ArticlesShown(shown, now)])!.Value;
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

    /// <summary>Where a message belongs, what its thread says about that ticket, and whether the message changes it.</summary>
    public sealed record Received(TicketId Ticket, string Site, TicketAnnounced? Notice, bool IsChanged)
    {
        public static Received Of(Ticket ticket, TicketNotice? notice, Instant now) =>
            new(ticket.Id, ticket.Site, notice is { } what ? new(ticket.Id, ticket.Number, what, now) : null, IsChanged: true);
    }
}
