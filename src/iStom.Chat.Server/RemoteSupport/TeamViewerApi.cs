using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using iStom.Chat.Domain;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hosting.Outbound;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>
/// TeamViewer's Web API, version 1, as its documentation has it: service cases ("sessions") and <c>ping</c>, with the token as a
/// bearer. Nothing of the customer goes there but the number of the ticket and the name of the clinic.
/// </summary>
public sealed class TeamViewerApi(OutboundCalls calls, IntegrationHealthBook health, RemoteSupportBook book, SealedSecrets secrets, IOptions<TeamViewerOptions> options)
{
    /// <summary>Longest name of a customer, as TeamViewer takes it.</summary>
    private const int LongestName = 100;

    private readonly Uri _base = new(options.Value.Address);

    /// <summary>Makes a session. It is asked for once: a second one would have a code that nobody knows of.</summary>
    /// <param name="number">The ticket's.</param>
    /// <param name="customer">As the supporter sees them in TeamViewer.</param>
    /// <param name="cancellation">The caller's.</param>
    public Task<Decision<ServiceSession>> TryCreateAsync(string number, string customer, CancellationToken cancellation) => TryAsync(async () =>
    {
        var answer = await AskAsync(HttpMethod.Post, "sessions", new { groupname = book.Settings.GroupName, description = number, end_customer = new { name = Cut(customer) } }, mayRepeat: false, cancellation);
        var session = answer is null ? null : Read(answer);
        return session ?? throw await FailedAsync("AnswerMalformed", cancellation);
    });

    /// <summary>How a session is at TeamViewer now.</summary>
    public Task<Decision<ServiceState>> TryFindAsync(string code, CancellationToken cancellation) => TryAsync(async () =>
    {
        var answer = await AskAsync(HttpMethod.Get, PathOf(code), body: null, mayRepeat: true, cancellation);
        return new ServiceState(Text(answer, "state") == "open", answer?["online"]?.GetValueKind() == JsonValueKind.True);
    });

    /// <summary>The code serves nobody any more. One that is unknown is left as it is. The outbox tries again.</summary>
    /// <exception cref="TeamViewerException">It may serve still.</exception>
    public async Task CloseAsync(string code, CancellationToken cancellation) => await AskAsync(HttpMethod.Put, PathOf(code), new { state = "closed" }, mayRepeat: false, cancellation);

    /// <summary>Whether TeamViewer takes the token.</summary>
    /// <exception cref="TeamViewerException">It does not, or does not say.</exception>
    public async Task PingAsync(CancellationToken cancellation)
    {
        if ((await AskAsync(HttpMethod.Get, "ping", body: null, mayRepeat: false, cancellation))?["token_valid"]?.GetValueKind() != JsonValueKind.True)
        {
            throw await FailedAsync(OutboundFailures.Http(401), cancellation);
        }
    }

    /// <summary>Refuses <c>teamviewer-unavailable</c> with the reason.</summary>
    private static async Task<Decision<T>> TryAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (TeamViewerException e)
        {
            return TeamViewerRefusals.Unavailable(e.Message);
        }
    }

    private static string PathOf(string code) => $"sessions/{Uri.EscapeDataString(code)}";

    private static string Cut(string name) => name.Length > LongestName ? name[..LongestName] : name;

    /// <summary>Null where the answer has no body that is JSON.</summary>
    private async Task<JsonObject?> AskAsync(HttpMethod method, string path, object? body, bool mayRepeat, CancellationToken cancellation)
    {
        var token = await secrets.FindAsync(RemoteSupportSettings.Only, cancellation) ?? throw await FailedAsync(OutboundFailures.SecretLost, cancellation);

        try
        {
            var answer = await calls.SendAsync(RemoteSupportBook.Integration, Request, mayRepeat, cancellation);
            return answer.Status switch
            {
                >= 200 and < 300 => Parse(answer.Body),
                404 when method == HttpMethod.Put => null,
                var status => throw new TeamViewerException(OutboundFailures.Http(status)),
            };
        }
        catch (OutboundException e)
        {
            throw new TeamViewerException(e.Reason, e);
        }

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(method, new Uri(_base, $"api/v1/{path}")) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return request;
        }
    }

    private async Task<TeamViewerException> FailedAsync(string reason, CancellationToken cancellation)
    {
        await health.FailedAsync(RemoteSupportBook.Integration, reason, cancellation);
        return new(reason);
    }

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null where it lacks what a session has, or a link leads elsewhere than to TeamViewer: a visitor is to open it.</summary>
    private static ServiceSession? Read(JsonObject answer)
    {
        if (Text(answer, "code") is not { Length: > 0 and <= 40 } code || Link(answer, "end_customer_link") is not { } customer || Link(answer, "supporter_link") is not { } supporter)
        {
            return null;
        }

        var until = Text(answer, "valid_until") is { } text && InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : (Instant?)null;
        return new(code, customer, supporter, until);
    }

    private static string? Text(JsonObject? answer, string name) => answer?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string? Link(JsonObject answer, string name) =>
        Text(answer, name) is { Length: <= 500 } text && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && IsTeamViewers(link.Host) ? link.AbsoluteUri : null;

    private static bool IsTeamViewers(string host) => host.Equals("teamviewer.com", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".teamviewer.com", StringComparison.OrdinalIgnoreCase);
}
