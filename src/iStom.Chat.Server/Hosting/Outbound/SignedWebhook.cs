using System.Net.Http.Headers;
using iStom.Chat.Server.Hosting.Identity;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>
/// Tells another program something: JSON, signed with HMAC-SHA256 over the time of this try and the body, so that nobody else can make one
/// up and an old one is known by its time and its id.
/// </summary>
public sealed class SignedWebhook(OutboundCalls calls, SealedSecrets secrets, IClock clock)
{
    public const string DeliveryHeader = "X-iStom-Delivery";

    /// <summary>One try: whoever calls repeats it, with the same id.</summary>
    /// <param name="integration">For which it is.</param>
    /// <param name="address">Of the other program.</param>
    /// <param name="secret">Under which id the secret is kept.</param>
    /// <param name="delivery">By which a repetition is known.</param>
    /// <param name="body">JSON in UTF-8.</param>
    /// <param name="cancellation">Of whoever waits.</param>
    /// <exception cref="OutboundException">It did not come through.</exception>
    public async Task SendAsync(string integration, Uri address, Guid secret, Guid delivery, byte[] body, CancellationToken cancellation)
    {
        var key = await secrets.FindAsync(secret, cancellation) ?? throw new OutboundException(OutboundFailures.SecretLost);
        var answer = await calls.SendAsync(integration, Request, mayRepeat: false, cancellation);
        if (!answer.IsSuccess)
        {
            throw new OutboundException(OutboundFailures.Http(answer.Status));
        }

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add(DeliveryHeader, delivery.ToString());
            request.Headers.Add(RequestSignature.Header, RequestSignature.Of(key, clock.GetCurrentInstant(), body));
            return request;
        }
    }
}
