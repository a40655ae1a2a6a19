using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>Closes at TeamViewer what is over here. Tried a few times: whatever stays open ends by itself within a day.</summary>
public sealed class ServiceClosing(IStore store, RemoteSecrets secrets, TeamViewerApi service, IClock clock) : IOutboxHandler
{
    public const string Name = "close-teamviewer";

    private const int MostTries = 5;

    public string Kind => Name;

    /// <summary>With the session's commit, where there is a code; it stays sealed.</summary>
    public void Leave(IStoreSession session, RemoteAccess access)
    {
        if (secrets.TryOpen(access.Id, access.Sealed)?.Code is not null)
        {
            session.Enqueue(new(NameBasedId.Of(access.Id.Value, Name), Name, new Closed(access.Id.Value, access.Sealed!), clock.GetCurrentInstant(), access.Ticket.Value));
        }
    }

    /// <summary>The same of a session that was made in vain.</summary>
    public async Task CloseAsync(RemoteSessionId id, TicketId ticket, ServiceSession? made, CancellationToken cancellation)
    {
        if (made is not null)
        {
            var session = store.OpenSession();
            Leave(session, new(id, ticket, secrets.Seal(id, RemoteSecret.Of(made)), Until: null));
            await session.CommitAsync(cancellation);
        }
    }

    public async Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        var closed = delivery.Read<Closed>();
        if (secrets.TryOpen(new(closed.Session), closed.Sealed)?.Code is not { } code)
        {
            return;
        }

        try
        {
            await service.CloseAsync(code, cancellation);
        }
        catch (TeamViewerException) when (delivery.Try >= MostTries)
        {
            // Kept no longer than it is of use: the health of the integration says what is wrong.
        }
    }

    /// <param name="Session">Which invitation.</param>
    /// <param name="Sealed">As <see cref="RemoteAccess"/> had it.</param>
    internal sealed record Closed(Guid Session, string Sealed);
}
