using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Outbound;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Alarms;

/// <summary>Calls the other program once, at once, and says how it went.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record TestWebhook(AgentCaller Caller) : AgentCommand<WebhookOutcome>(Caller);

/// <summary>reason: why it did not come through; null: it did.</summary>
public sealed record WebhookOutcome(string? Reason);

internal sealed class TestWebhookHandler(AlarmReader alarms, Webhook webhook, IClock clock) : IRequestHandler<TestWebhook, Decision<WebhookOutcome>>
{
    private static readonly Refusal Missing = new("webhook-missing");

    public async Task<Decision<WebhookOutcome>> Handle(TestWebhook request, CancellationToken cancellationToken)
    {
        if (alarms.Settings.Value is not { WebhookUrl: not null } settings)
        {
            return Missing;
        }

        try
        {
            await webhook.SendAsync(settings, Guid.CreateVersion7(), AlarmCall.Test(clock.GetCurrentInstant()), cancellationToken);
            return new WebhookOutcome(Reason: null);
        }
        catch (OutboundException e)
        {
            return new WebhookOutcome(e.Reason);
        }
    }
}
