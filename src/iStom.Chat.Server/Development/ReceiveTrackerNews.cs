using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>
/// An issue tracker says how far an issue is. Where an item names it, the state means something here, and the news are newer than what was heard, the item
/// follows; a released one does not. Whatever it was, it is counted.
/// </summary>
/// <param name="News">Null: it was about something else.</param>
[AllowDesk]
public sealed record ReceiveTrackerNews(Tracker Tracker, TrackerNews? News) : ICommand, IRequest<Decision<TrackerOutcome>>
{
    Caller ICommand.By => DeskCaller.Itself;
}

/// <summary>What became of a tracker's news.</summary>
public enum TrackerOutcome
{
    /// <summary>The item has another state.</summary>
    Changed,

    /// <summary>Nothing: heard before, older than what was heard, or of no meaning here.</summary>
    Same,

    /// <summary>No item names this issue.</summary>
    Unknown,
}

internal sealed class ReceiveTrackerNewsHandler(IStore store, DevelopmentReader items, ItemChanges changes, LiveDocuments<DevelopmentSettings> kept, IClock clock) : IRequestHandler<ReceiveTrackerNews, Decision<TrackerOutcome>>
{
    public async Task<Decision<TrackerOutcome>> Handle(ReceiveTrackerNews request, CancellationToken cancellationToken)
    {
        var (session, now) = (store.OpenSession(), clock.GetCurrentInstant());
        var outcome = await FollowAsync(session, request, now, cancellationToken);
        var tally = await session.LoadAsync<TrackerTally>(TrackerTally.IdOf(request.Tracker), cancellationToken);
        session.Store((tally?.Value ?? new(request.Tracker, 0, 0, 0, now)).With(outcome, now), tally?.Version ?? StreamVersion.None, (tally?.Version ?? StreamVersion.None) + 1);
        await session.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<TrackerOutcome> FollowAsync(IStoreSession session, ReceiveTrackerNews request, Instant now, CancellationToken cancellation)
    {
        if (request.News is not { } news)
        {
            return TrackerOutcome.Same;
        }

        if (await items.ByKeyAsync(news.Key, cancellation) is not { } named || await session.LoadAsync<DevelopmentItem>(named.Id.Value, cancellation) is not { } item)
        {
            return TrackerOutcome.Unknown;
        }

        if (kept.Find(DevelopmentSettings.Only)?.Value.Find(request.Tracker)?.StateOf(news.State) is not { } state || item.Value.State == DevelopmentState.Released || news.At <= (item.Value.HeardAt ?? Instant.MinValue))
        {
            return TrackerOutcome.Same;
        }

        await changes.KeepAsync(session, item, item.Value with { State = state, HeardAt = news.At }, Authorship.OfDesk(now), cancellation);
        return state == item.Value.State ? TrackerOutcome.Same : TrackerOutcome.Changed;
    }
}
