using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Alarms;

/// <summary>Raises the alarms that are due, tells again those that nobody has acknowledged, and ends those that are needed no more.</summary>
[AllowDesk]
public sealed record KeepAlarms : ICommand, IRequest<Decision<int>>
{
    Caller ICommand.By => DeskCaller.Itself;
}

internal sealed class KeepAlarmsHandler(IStore store, AlarmReader alarms, LiveRegulation regulation, IClock clock) : IRequestHandler<KeepAlarms, Decision<int>>
{
    /// <summary>How many were told.</summary>
    public async Task<Decision<int>> Handle(KeepAlarms request, CancellationToken cancellationToken)
    {
        var (now, settings) = (clock.GetCurrentInstant(), alarms.Settings.Value);
        var needed = new Dictionary<Guid, Alarm>();
        var on = await alarms.OnAsync(cancellationToken);
        foreach (var ticket in await TicketsAsync(on, settings, now, cancellationToken))
        {
            foreach (var kind in AlarmRules.Of(ticket, regulation.For(ticket, now), now).Where(settings.Raises))
            {
                var alarm = Raise(ticket, kind, now);
                needed[alarm.Id.Value] = alarm;
            }
        }

        return await KeepAsync(needed, await alarms.KnownAsync(needed.Keys.Concat(on.Select(alarm => alarm.Value.Id.Value)), cancellationToken), settings, now, cancellationToken);
    }

    private Task<IReadOnlyList<Ticket>> TicketsAsync(IEnumerable<Versioned<Alarm>> on, AlarmSettings settings, Instant now, CancellationToken cancellation) => alarms.TicketsAsync(
        on.Select(alarm => alarm.Value.Ticket.Value), !regulation.At(now).WorkingTime.IsOpen(now),
        settings.Raises(AlarmKind.DeadlineNear) || settings.Raises(AlarmKind.DeadlineMissed), now, cancellation);

    /// <summary>One for each promise: the same again is no other.</summary>
    private static Alarm Raise(Ticket ticket, AlarmKind kind, Instant now) => new()
    {
        Id = new(NameBasedId.Of(ticket.Id.Value, $"{kind} {ticket.Wait!.Start} {(kind == AlarmKind.PaidAtNight ? null : ticket.Wait.Promise.Due)}")),
        Kind = kind,
        Ticket = ticket.Id,
        Number = ticket.Number,
        Level = ticket.Wait.Promise.Level,
        Due = ticket.Wait.Promise.Due,
        RaisedAt = now,
        ToldAt = now,
        Times = 1,
    };

    private async Task<int> KeepAsync(
        Dictionary<Guid, Alarm> needed, IReadOnlyList<Versioned<Alarm>> known, AlarmSettings settings, Instant now, CancellationToken cancellation)
    {
        var (session, told, changed) = (store.OpenSession(), 0, false);
        foreach (var (before, version) in known.Select(alarm => (alarm.Value, alarm.Version)))
        {
            Store(before.At(now, needed.Remove(before.Id.Value), Duration.FromMinutes(settings.RepeatMinutes)), before, version);
        }

        foreach (var fresh in needed.Values.Where(alarm => AlarmRules.IsWorthTelling(alarm, now)))
        {
            Store(fresh, before: null, StreamVersion.None);
        }

        if (changed)
        {
            await session.CommitAsync(cancellation);
        }

        return told;

        void Store(Alarm alarm, Alarm? before, long version)
        {
            if (alarm == before)
            {
                return;
            }

            changed = true;
            session.Store(alarm, version, version + 1);
            if (alarm.Times > (before?.Times ?? 0))
            {
                told++;
                AlarmDelivery.Leave(session, alarm, settings, now);
                Letters.LeaveAlarm(session, alarm, settings, now);
            }
        }
    }
}
