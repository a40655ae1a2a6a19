using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>
/// Tells the customers of a version, a batch with each message; the next batch is a message of its own. Each ticket is a transaction of its own
/// that knows whether it was told, so whatever a crash repeats is told once.
/// </summary>
internal sealed class ReleaseTelling(IServiceScopeFactory scopes, IStore store, DevelopmentReader items, IClock clock) : IOutboxHandler
{
    private const string Name = "tell-of-release";

    /// <summary>Far less than a try has time for.</summary>
    private const int Batch = 25;

    public string Kind => Name;

    /// <summary>To be done after the commit.</summary>
    public static void Leave(IStoreSession session, ReleaseId release, Guid? after, Instant now) =>
        session.Enqueue(new(NameBasedId.Of(release.Value, $"tell {after}"), Name, new Part(release.Value, after), now, Subject: null));

    public async Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        var (id, after) = delivery.Read<Part>();
        if (await store.OpenSession().LoadAsync<ProgramRelease>(id, cancellation) is not { Value: var release })
        {
            return;
        }

        var batch = await items.TicketsAsync(release.Items, after, Batch, cancellation);
        foreach (var ticket in batch)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new TellOfRelease(release, new(ticket)), cancellation);
        }

        if (batch.Count == Batch)
        {
            await LeaveNextAsync(release.Id, batch[^1], cancellation);
        }
    }

    private async Task LeaveNextAsync(ReleaseId release, Guid after, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        Leave(session, release, after, clock.GetCurrentInstant());
        try
        {
            await session.CommitAsync(cancellation);
        }
        catch (ConcurrencyConflictException)
        {
            // A try whose end nobody heard of has left it already.
        }
    }

    private sealed record Part(Guid Release, Guid? After);
}
