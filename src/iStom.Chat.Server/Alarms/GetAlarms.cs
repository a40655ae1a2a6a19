using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Alarms;

/// <summary>The routes of alarms, and what is on its way to another program or did not get there.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record GetAlarms(AgentCaller Caller) : AgentCommand<AlarmsView>(Caller);

/// <summary>version: to be said with a change. deliveries: those that are not done, at most 20.</summary>
public sealed record AlarmsView(AlarmSettings Settings, long Version, IReadOnlyList<DeliveryView> Deliveries);

/// <summary>due: when the next try is. parkedAt: it waits for a person since its last try failed. reason: why the last try failed.</summary>
public sealed record DeliveryView(Guid Id, string Number, int Tries, Instant Due, Instant? ParkedAt, string? Reason);

internal sealed class GetAlarmsHandler(AlarmReader alarms, NpgsqlDataSource database) : IRequestHandler<GetAlarms, Decision<AlarmsView>>
{
    private const string DeliveriesSql =
        $"""
        select id, data ->> 'Number', tries, due, parked, reason from istom_outbox where kind = '{AlarmDelivery.Name}'
        order by parked desc nulls last, due desc, id limit 20
        """;

    public async Task<Decision<AlarmsView>> Handle(GetAlarms request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(DeliveriesSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var deliveries = new List<DeliveryView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            deliveries.Add(new(
                reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2), Sql.InstantOf(reader.GetDateTime(3)),
                reader.IsDBNull(4) ? null : Sql.InstantOf(reader.GetDateTime(4)), reader.IsDBNull(5) ? null : OutboundFailures.Of(reader.GetString(5))));
        }

        var settings = alarms.Settings;
        return new AlarmsView(settings.Value, settings.Version, deliveries);
    }
}
