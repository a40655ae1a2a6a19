using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>Writes down how integrations do. What another node writes at the same moment is as good.</summary>
public sealed class IntegrationHealthBook(IStore store, IClock clock)
{
    /// <summary>A success after a success is written at most so often: it is told to people.</summary>
    private static readonly Duration Rhythm = Duration.FromMinutes(1);

    /// <summary>A call came through, ours or theirs.</summary>
    public Task WorkedAsync(string integration, CancellationToken cancellation) =>
        KeepAsync(integration, before => before is { FailedAt: null, WorkedAt: { } at } && clock.GetCurrentInstant() - at < Rhythm ? before : new(before.Id, clock.GetCurrentInstant()), cancellation);

    /// <summary>A call did not come through, or was refused.</summary>
    /// <param name="integration">Which.</param>
    /// <param name="reason">A stable word; no address and no secret.</param>
    /// <param name="cancellation">Of whoever waits.</param>
    public Task FailedAsync(string integration, string reason, CancellationToken cancellation) =>
        KeepAsync(integration, before => before with { FailedAt = clock.GetCurrentInstant(), Reason = reason }, cancellation);

    private Task KeepAsync(string integration, Func<IntegrationHealth, IntegrationHealth> change, CancellationToken cancellation) =>
        store.NoteAsync<IntegrationHealth>(IntegrationHealth.IdOf(integration), before => change(before ?? new(IntegrationHealth.IdOf(integration))), cancellation);
}
