using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>
/// Tells the customers of a version, a batch with each message; the next batch is a message of its own. Each ticket is a transaction of its own
/// that knows whether it was told, so whatever a crash repeats is told once. All of it is done a second time a little later: a ticket that was
/// being handed over while its item was released is in no batch of the first.
/// </summary>
internal sealed class ReleaseTelling(IServiceScopeFactory scopes, IStore store, DevelopmentReader items, IClock clock) : IOutboxHandler
{
    private const string Name = "tell-of-release";

    /// <summary>Far less than a try has time for.</summary>
    private const int Batch = 25;

    /// <summary>Far longer than a command takes.</summary>
    private static readonly Duration UntilAgain = Duration.FromMinutes(2);

    public string Kind => Name;

    /// <summary>To be done after the commit.</summary>
    public static void Leave(IStoreSession session, ReleaseId release, Instant now) => Leave(session, new Part(release.Value, After: null, IsAgain: false), now);

    public async Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        var part = delivery.Read<Part>();
        if (await store.OpenSession().LoadAsync<ProgramRelease>(part.Release, cancellation) is not { Value: var release })
        {
            return;
        }

        var batch = await items.TicketsAsync(release.Items, part.After, Batch, cancellation);
        foreach (var ticket in batch)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new TellOfRelease(release, new(ticket)), cancellation);
        }

        if (batch.Count == Batch)
        {
            await LeaveNextAsync(part with { After = batch[^1] }, Duration.Zero, cancellation);
        }
        else if (!part.IsAgain)
        {
            await LeaveNextAsync(part with { After = null, IsAgain = true }, UntilAgain, cancellation);
        }
    }

    private async Task LeaveNextAsync(Part part, Duration wait, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        Leave(session, part, clock.GetCurrentInstant() + wait);
        try
        {
            await session.CommitAsync(cancellation);
        }
        catch (ConcurrencyConflictException)
        {
            // A try whose end nobody heard of has left it already.
        }
    }

    private static void Leave(IStoreSession session, Part part, Instant due) =>
        session.Enqueue(new(NameBasedId.Of(part.Release, $"tell {part.After} {part.IsAgain}"), Name, part, due, Subject: null));

    private sealed record Part(Guid Release, Guid? After, bool IsAgain);
}
