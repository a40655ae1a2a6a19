using System.Net.Http.Headers;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Alarms;

/// <summary>
/// Calls another program: JSON, signed with HMAC-SHA256 over the time of this try and the body, so that nobody else can make one up
/// and an old one is known by its time and its id. Redirects are not followed, and only addresses of the net at large are called.
/// </summary>
public sealed class Webhook(IStore store, SigningSecrets secrets, WebhookGuard guard, IOptions<ChatOptions> options, IClock clock) : IDisposable
{
    public const string DeliveryHeader = "X-iStom-Delivery";

    private static readonly JsonSerializerOptions Json = CreateJson();

    private readonly HttpClient _http = new(guard.CreateHandler()) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 64 * 1024 };

    /// <summary>One try.</summary>
    /// <exception cref="WebhookException">It did not come through; the message says why, and holds no secret.</exception>
    public async Task SendAsync(AlarmSettings settings, Guid delivery, AlarmCall call, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { id = delivery, call.Kind, call.Number, call.Level, call.Due, call.RaisedAt, call.Times, desk = DeskLink(call.Ticket) }, Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, guard.Accept(settings.WebhookUrl!) ?? throw new WebhookException("AddressNotAllowed")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(DeliveryHeader, delivery.ToString());
        request.Headers.Add(RequestSignature.Header, RequestSignature.Of(await SecretAsync(cancellation), clock.GetCurrentInstant(), body));
        await SendAsync(request, cancellation);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Who may read the ticket sees it there, after signing in.</summary>
    private string DeskLink(TicketId? ticket) => $"{options.Value.DeskOrigin}/desk{(ticket is { } id ? $"#ticket/{id.Value}" : "")}";

    private async Task SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw new WebhookException($"Http{(int)answer.StatusCode}");
            }
        }
        catch (HttpRequestException e)
        {
            throw new WebhookException(e.InnerException is WebhookException refused ? refused.Message : "Unreachable", e);
        }
        catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new WebhookException("Timeout", e);
        }
    }

    private async Task<string> SecretAsync(CancellationToken cancellation) =>
        await store.OpenSession().LoadAsync<SigningSecret>(AlarmSettings.Only, cancellation) is { } stored && secrets.TryOpen(stored.Value) is { } secret
            ? secret
            : throw new WebhookException("SecretLost");

    private static JsonSerializerOptions CreateJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        StoreJson.AddConverters(json);
        return json;
    }
}
