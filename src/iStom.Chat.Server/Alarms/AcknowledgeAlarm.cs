using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Alarms;

/// <summary>Somebody will see to it: the alarm is told no more. It says who and when. One that has ended meanwhile stays as it is.</summary>
[AllowStaff]
public sealed record AcknowledgeAlarm(AgentCaller Caller, AlarmId Alarm) : AgentCommand<AlarmId>(Caller);

internal sealed class AcknowledgeAlarmHandler(IStore store, IClock clock) : IRequestHandler<AcknowledgeAlarm, Decision<AlarmId>>
{
    private static readonly Refusal NotFound = new("alarm-not-found");

    public async Task<Decision<AlarmId>> Handle(AcknowledgeAlarm request, CancellationToken cancellationToken)
    {
        var (session, caller) = (store.OpenSession(), request.Caller);
        if (await session.LoadAsync<Alarm>(request.Alarm.Value, cancellationToken) is not { } found)
        {
            return NotFound;
        }

        // Whoever could not take the ticket at night cannot say that it is seen to.
        if (!caller.PaidSupport && !caller.Roles.Any(role => role >= AgentRole.Supervisor))
        {
            return TicketRefusals.NotEligible;
        }

        if (found.Value.EndedAt is null)
        {
            session.Store(found.Value.Acknowledge(caller.Agent, caller.Name, clock.GetCurrentInstant()), found.Version, found.Version + 1);
            await session.CommitAsync(cancellationToken);
        }

        return request.Alarm;
    }
}
