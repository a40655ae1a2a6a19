using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Alarms;

/// <summary>Tells another program of an alarm.</summary>
public sealed class Webhook(SignedWebhook webhook, AlarmReader alarms, IOptions<ChatOptions> options) : IIntegration
{
    private static readonly JsonSerializerOptions Json = CreateJson();

    public string Name => "alarms";

    public bool IsSetUp => alarms.Settings.Value.WebhookUrl is not null;

    public IReadOnlyList<string> Kinds => [AlarmDelivery.Name];

    /// <summary>One try.</summary>
    /// <exception cref="OutboundException">It did not come through.</exception>
    public Task SendAsync(AlarmSettings settings, Guid delivery, AlarmCall call, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { id = delivery, call.Kind, call.Number, call.Level, call.Due, call.RaisedAt, call.Times, desk = DeskLink(call.Ticket) }, Json);
        return webhook.SendAsync(Name, new(settings.WebhookUrl!), AlarmSettings.Only, delivery, body, cancellation);
    }

    /// <summary>Who may read the ticket sees it there, after signing in.</summary>
    private string DeskLink(TicketId? ticket) => $"{options.Value.DeskOrigin}/desk{(ticket is { } id ? $"#ticket/{id.Value}" : "")}";

    private static JsonSerializerOptions CreateJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        StoreJson.AddConverters(json);
        return json;
    }
}
