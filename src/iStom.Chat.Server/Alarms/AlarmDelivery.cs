using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using NodaTime;

namespace iStom.Chat.Server.Alarms;

/// <summary>Tells another program of an alarm, unless that has ended, or was told anew, before it came through.</summary>
internal sealed class AlarmDelivery(IStore store, Webhook webhook) : IOutboxHandler
{
    public const string Name = "alarm";

    public string Kind => Name;

    /// <summary>To be done after the commit, where there is such a route. Each telling of an alarm is one message.</summary>
    public static void Leave(IStoreSession session, Alarm alarm, AlarmSettings settings, Instant now)
    {
        if (IsRouted(alarm, settings))
        {
            session.Enqueue(new(NameBasedId.Of(alarm.Id.Value, $"{alarm.Times}"), Name, new Told(alarm.Id.Value, alarm.Number, alarm.Times), now, alarm.Ticket.Value));
        }
    }

    public async Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        var told = delivery.Read<Told>();
        var session = store.OpenSession();
        if (await session.LoadAsync<Alarm>(told.Alarm, cancellation) is { Value: { EndedAt: null } alarm }
            && alarm.Times == told.Times
            && await session.LoadAsync<AlarmSettings>(AlarmSettings.Only, cancellation) is { Value: var settings }
            && IsRouted(alarm, settings))
        {
            await webhook.SendAsync(settings, delivery.Id, AlarmCall.Of(alarm, told.Times), cancellation);
        }
    }

    private static bool IsRouted(Alarm alarm, AlarmSettings settings) => settings.WebhookUrl is not null && settings.RouteOf(alarm.Kind).Webhook;

    /// <summary>Which alarm, and which time of telling it; the number is for people who look at what is parked.</summary>
    internal sealed record Told(Guid Alarm, string Number, int Times);
}
