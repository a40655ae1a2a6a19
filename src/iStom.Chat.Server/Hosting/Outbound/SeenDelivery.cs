using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>A call of another program is taken once, whoever repeats it: remembered with the commit of what it did.</summary>
public static class SeenDelivery
{
    /// <summary>Other programs repeat for hours, or a few days.</summary>
    public static readonly Duration Memory = Duration.FromDays(7);

    /// <summary>Whether it was taken before.</summary>
    public static async Task<bool> IsKnownAsync(IStoreSession session, string integration, string delivery, CancellationToken cancellation) =>
        await session.LoadAsync<UsedToken>(IdOf(integration, delivery), cancellation) is not null;

    /// <summary>Remembers it. Where another node has taken it meanwhile the commit fails as a <see cref="ConcurrencyConflictException"/>.</summary>
    public static void Remember(IStoreSession session, string integration, string delivery, Instant now) =>
        session.Store(new UsedToken(IdOf(integration, delivery), now + Memory), StreamVersion.None, 1);

    private static Guid IdOf(string integration, string delivery) => NameBasedId.Of(IntegrationHealth.IdOf(integration), delivery);
}
