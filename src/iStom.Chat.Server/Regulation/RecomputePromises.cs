using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Regulation;

/// <summary>After a change of the calendar every open promise is made anew, ticket by ticket.</summary>
internal sealed class RecomputePromises(IServiceScopeFactory scopes, LiveDocuments<CalendarYear> years, OpenWaits waits) : IOutboxHandler
{
    private const string Name = "recompute-promises";

    public string Kind => Name;

    public static OutboxMessage After(CalendarYear year, Instant now) =>
        new(Guid.CreateVersion7(), Name, new Edited(year.Year, year.Edition), now, Subject: null);

    public async Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        // The edit may be another node's, or this one's that has not told of its commit yet.
        await years.CatchUpAsync(cancellation);
        foreach (var ticket in await waits.ReadAsync(cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecomputePromise(ticket.Id), cancellation);
        }
    }

    /// <summary>Which year, and what it was when this was left to do.</summary>
    private sealed record Edited(int Year, string Edition);
}
