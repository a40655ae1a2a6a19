using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Integrations;

/// <summary>What was parked after its last try, a mail or a call of another program, is tried again, with all its tries.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ResendDelivery(AgentCaller Caller, Guid Delivery) : AgentCommand<Guid>(Caller);

internal sealed class ResendDeliveryHandler(OutboxQueue outbox, IClock clock) : IRequestHandler<ResendDelivery, Decision<Guid>>
{
    private static readonly Refusal NotFound = new("delivery-not-found");

    public async Task<Decision<Guid>> Handle(ResendDelivery request, CancellationToken cancellationToken) =>
        await outbox.ResendAsync(request.Delivery, clock.GetCurrentInstant(), cancellationToken) ? request.Delivery : NotFound;
}
