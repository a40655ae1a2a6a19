using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Calls;

/// <summary>A telephone exchange as an administrator sets it up, and what it tells.</summary>
public abstract class CallTest(TestDatabase databases) : ServerTest(databases)
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes the exchange known; its secret, which is told once.</summary>
    protected async Task<string> SetUpAsync(string? cityCode = null)
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var version = (await administrator.GetAsync("/api/telephony")).GetProperty("version").GetInt64();
        using var answer = await administrator.HttpAsync(HttpMethod.Put, "/api/telephony", new { cityCode, keepDays = 30, newSecret = true, version });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        var changed = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var secret = changed.GetProperty("secret").GetString()!;
        changed.GetProperty("settings").GetProperty("secretHint").GetString().ShouldBe(secret[^4..]);
        (await administrator.GetAsync("/api/telephony")).ToString().ShouldNotContain(secret);
        return secret;
    }

    protected async Task<Guid> TellAsync(string secret, object call)
    {
        using var answer = await TryTellAsync(secret, JsonSerializer.Serialize(call));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetGuid();
    }

    /// <summary>The code of the refusal; null where it was taken.</summary>
    protected async Task<string?> RefusalAsync(string secret, string body, TimeSpan ago = default, string? signedFor = null)
    {
        using var answer = await TryTellAsync(secret, body, ago, signedFor);
        return await TestAgent.CodeAsync(answer);
    }

    protected static Clinic Clinic(string name, params string[] phones) =>
        new(new(Guid.NewGuid()), name, Tariff.Standard) { Contacts = [new("Регистратура", Role: null, phones, Email: null)] };

    private async Task<HttpResponseMessage> TryTellAsync(string secret, string body, TimeSpan ago = default, string? signedFor = null)
    {
        var seconds = (Server.Clock.GetCurrentInstant().ToUnixTimeSeconds() - (long)ago.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{signedFor ?? body}")));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{Server.Port}/api/calls") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Host = new Uri(Server.DeskOrigin).Authority;
        request.Headers.Add("X-iStom-Signature", $"t={seconds},v1={mac}");
        return await http.SendAsync(request, Cancellation);
    }
}
