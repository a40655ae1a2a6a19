using iStom.Chat.Domain;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Integrations;

/// <summary>Pauses an integration, or lets it go on: what waited for that leaves at once. The same again changes nothing.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record SwitchIntegration(AgentCaller Caller, string Name, bool IsPaused) : AgentCommand<bool>(Caller);

internal sealed class SwitchIntegrationHandler(IStore store, IEnumerable<IIntegration> integrations, OutboxQueue outbox, IClock clock) : IRequestHandler<SwitchIntegration, Decision<bool>>
{
    private static readonly Refusal NotFound = new("integration-not-found");

    public async Task<Decision<bool>> Handle(SwitchIntegration request, CancellationToken cancellationToken)
    {
        if (integrations.FirstOrDefault(one => string.Equals(one.Name, request.Name, StringComparison.Ordinal)) is not { } integration)
        {
            return NotFound;
        }

        var (session, id, now) = (store.OpenSession(), IntegrationHealth.IdOf(request.Name), clock.GetCurrentInstant());
        var before = await session.LoadAsync<IntegrationSwitch>(id, cancellationToken);
        if ((before?.Value.IsPaused ?? false) != request.IsPaused)
        {
            session.Change(new IntegrationSwitchChanged(before?.Value, new(id, request.Name, request.IsPaused), request.Caller.Made(now)), before?.Version ?? StreamVersion.None);
            await session.CommitAsync(cancellationToken);
        }

        if (!request.IsPaused)
        {
            await outbox.LetGoOnAsync(integration.Kinds, $"{nameof(OutboundException)}: {OutboundFailures.Paused}", now, cancellationToken);
        }

        return request.IsPaused;
    }
}
