using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Alarms;

/// <summary>What was parked is tried again, with all its tries.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record ResendAlarm(AgentCaller Caller, Guid Delivery) : AgentCommand<Guid>(Caller);

internal sealed class ResendAlarmHandler(OutboxQueue outbox, IClock clock) : IRequestHandler<ResendAlarm, Decision<Guid>>
{
    private static readonly Refusal NotFound = new("delivery-not-found");

    public async Task<Decision<Guid>> Handle(ResendAlarm request, CancellationToken cancellationToken) =>
        await outbox.ResendAsync(request.Delivery, clock.GetCurrentInstant(), cancellationToken) ? request.Delivery : NotFound;
}
