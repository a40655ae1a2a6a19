using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Integrations;

/// <summary>How the programs outside do with which we work, mail apart, and what has not reached them.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record GetIntegrations(AgentCaller Caller) : AgentCommand<IntegrationView[]>(Caller);

/// <summary>
/// An integration. workedAt, failedAt: null: never, or not since it worked. reason: why it failed, a stable word. waiting: what is not done yet, or
/// parked; longest parked first, at most 20.
/// </summary>
public sealed record IntegrationView(string Name, bool IsSetUp, bool IsPaused, Instant? WorkedAt, Instant? FailedAt, string? Reason, IReadOnlyList<WaitingDelivery> Waiting);

/// <summary>due: when the next try is. parkedAt: it waits for a person since its last try failed. reason: why the last try failed.</summary>
public sealed record WaitingDelivery(Guid Id, int Tries, Instant Due, Instant? ParkedAt, string? Reason);

internal sealed class GetIntegrationsHandler(IStore store, IEnumerable<IIntegration> integrations, IntegrationSwitches switches, OutboxQueue outbox)
    : IRequestHandler<GetIntegrations, Decision<IntegrationView[]>>
{
    private const int Most = 20;

    public async Task<Decision<IntegrationView[]>> Handle(GetIntegrations request, CancellationToken cancellationToken)
    {
        var (session, views) = (store.OpenSession(), new List<IntegrationView>());
        foreach (var one in integrations)
        {
            var health = (await session.LoadAsync<IntegrationHealth>(IntegrationHealth.IdOf(one.Name), cancellationToken))?.Value;
            var waiting = one.Kinds.Count == 0 ? [] : await outbox.WaitingAsync(one.Kinds, Most, cancellationToken);
            views.Add(new(one.Name, one.IsSetUp, switches.IsPaused(one.Name), health?.WorkedAt, health?.FailedAt, health?.Reason, [.. waiting.Select(ToView)]));
        }

        return views.ToArray();
    }

    private static WaitingDelivery ToView(WaitingMessage message) =>
        new(message.Id, message.Tries, message.Due, message.ParkedAt, message.Reason is { } kept ? OutboundFailures.Of(kept) : null);
}
