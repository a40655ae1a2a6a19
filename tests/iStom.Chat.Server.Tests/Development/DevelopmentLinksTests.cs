using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.Server.Tests.Alarms;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace iStom.Chat.Server.Tests.Development;

/// <summary>Other programs are told of development, and issue trackers tell of it, each in its own form.</summary>
public sealed class DevelopmentLinksTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly Guid Hook = Guid.CreateVersion7();
    private static readonly Guid Item = Guid.CreateVersion7();
    private readonly int _port = FreePort.Find();
    private TestAgent _administrator = null!;

    private string Address => $"http://127.0.0.1:{_port}/hook";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override void Configure(IWebHostBuilder builder) => builder
        .UseSetting("Outbound:AllowedOrigins:0", $"http://127.0.0.1:{_port}")
        .ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(new OutboxOptions { Tries = 2, Poll = TimeSpan.FromMilliseconds(50) })));

    [Fact]
    public async Task Another_program_is_told_of_items_and_versions_by_signed_calls_and_what_does_not_come_through_can_be_sent_again()
    {
        var receiver = Owned(await WebhookReceiver.StartAsync(_port));
        _administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await _administrator.RefusalAsync(HttpMethod.Put, "/api/development/links", new { hooks = new[] { new { id = Hook, url = "http://10.0.0.1/", items = true, releases = true } }, version = 0 })).ShouldBe("webhook-not-allowed");
        var secret = (await LinkAsync(0)).Single();
        (await _administrator.GetAsync("/api/development/links")).GetRawText().ShouldNotContain(secret);
        (await _administrator.GetAsync("/api/audit")).GetRawText().ShouldNotContain(secret);

        await KeepItemAsync("Planned", version: null);
        var call = await receiver.Calls.Until(call => call.Body.Contains("item.changed", StringComparison.Ordinal));
        var seconds = call.Signature.Split(',')[0]["t=".Length..];
        call.Signature.ShouldBe($"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{call.Body}")))}");
        var item = JsonDocument.Parse(call.Body).RootElement.GetProperty("item");
        (item.GetProperty("id").GetGuid(), item.GetProperty("version").GetInt64(), item.GetProperty("state").GetString(), item.GetProperty("externalKey").GetString()).ShouldBe((Item, 1, "Planned", "ISTOM-42"));

        receiver.Status = 500;
        await _administrator.PostAsync("/api/development/releases", new { id = Guid.CreateVersion7(), version = "7.6", items = new[] { Item }, textRussian = "Вышла", textEnglish = "Out" });
        await receiver.Calls.Until(call => call.Body.Contains("version.released", StringComparison.Ordinal));
        await Eventually.HoldsAsync(async () =>
        {
            Server.Clock.Advance(Duration.FromSeconds(20));
            return (await WaitingAsync()).Count(one => one.GetProperty("parkedAt").ValueKind == JsonValueKind.String) == 2;
        });
        receiver.Status = 204;
        foreach (var parked in await WaitingAsync())
        {
            (await _administrator.RefusalAsync(HttpMethod.Post, $"/api/deliveries/{parked.GetProperty("id").GetString()}/resend")).ShouldBeNull();
        }

        await Eventually.HoldsAsync(async () => (await WaitingAsync()).Length == 0);
        receiver.Calls.All.Where(call => call.Body.Contains("version.released", StringComparison.Ordinal)).Select(call => call.Delivery).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem("a repetition is known by its id");
    }

    [Theory]
    [InlineData("jira", "ISTOM-42", """{"timestamp":TIME,"webhookEvent":"jira:issue_updated","issue_event_type_name":"issue_generic","user":{"accountId":"1"},"issue":{"id":"10002","self":"https://istom.example.org/rest/api/2/issue/10002","key":"ISTOM-42","fields":{"summary":"Печать чека","status":{"self":"https://istom.example.org/rest/api/2/status/3","name":"STATE","id":"3","statusCategory":{"id":4,"key":"indeterminate","name":"In Progress"}},"issuetype":{"name":"Bug"}}},"changelog":{"id":"10124","items":[{"field":"status","fieldtype":"jira","from":"1","fromString":"To Do","to":"3","toString":"STATE"}]}}""", "In Progress", "Done")]
    [InlineData("youtrack", "istom-42", """{"event":"issueUpdated","timestamp":"2026-11-23T09:00:00.000Z","id":"2-123","numberInProject":42,"summary":"Печать чека","project":{"id":"0-1","name":"iStom","shortName":"ISTOM"},"description":"Чек пуст","updated":TIME,"updatedBy":{"id":"1-1","login":"dev"},"changedFields":[{"name":"State","oldValue":"Open","value":"STATE"}]}""", "In Progress", "Fixed")]
    [InlineData("github", "istom/app#42", """{"action":"edited","issue":{"url":"https://api.github.example.org/repos/istom/app/issues/42","number":42,"title":"Печать чека","state":STATE,"updated_at":"TIME","labels":[],"locked":false},"repository":{"id":1,"name":"app","full_name":"istom/app","private":true},"sender":{"login":"dev","id":1}}""", "open", "completed")]
    public async Task A_tracker_moves_the_item_that_names_its_issue_and_an_old_request_changes_nothing(string tracker, string key, string body, string begun, string done)
    {
        _administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await SendAsync(tracker, "secret", "{}")).ShouldBe(HttpStatusCode.Unauthorized, "it is not listened to");
        using var answer = await _administrator.HttpAsync(HttpMethod.Put, "/api/development/links", new { trackers = new[] { new { tracker = Known(tracker), isOn = true } }, version = 0 });
        var secret = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("secrets")[0].GetProperty("secret").GetString()!;
        await KeepItemAsync("Done", version: null, key);
        var now = Server.Clock.GetCurrentInstant();
        var (first, second) = (Filled(body, tracker, begun, now), Filled(body, tracker, done, now + Duration.FromSeconds(1)));

        (await SendAsync(tracker, secret, first)).ShouldBe(HttpStatusCode.Accepted);
        (await StateAsync()).ShouldBe(tracker == "github" ? "Planned" : "InWork");
        (await SendAsync(tracker, secret, second)).ShouldBe(HttpStatusCode.Accepted);
        (await StateAsync()).ShouldBe("Done");
        (await SendAsync(tracker, secret, first)).ShouldBe(HttpStatusCode.Accepted, "it is taken, and changes nothing");
        (await StateAsync()).ShouldBe("Done");
        (await SendAsync(tracker, secret, second.Replace("42", "43", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.Accepted, "nobody here waits for that one");
        (await SendAsync(tracker, "another secret", second)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(tracker, secret, "[]")).ShouldBe(HttpStatusCode.BadRequest);

        var tally = (await _administrator.GetAsync("/api/development/links")).GetProperty("tallies").EnumerateArray().ShouldHaveSingleItem();
        (tally.GetProperty("changed").GetInt64(), tally.GetProperty("same").GetInt64(), tally.GetProperty("unknown").GetInt64()).ShouldBe((2, 1, 1));
        await _administrator.PostAsync("/api/development/releases", new { id = Guid.CreateVersion7(), version = "7.6", items = new[] { Item }, textRussian = "Вышла", textEnglish = "Out" });
        (await SendAsync(tracker, secret, Filled(body, tracker, begun, now + Duration.FromHours(1)))).ShouldBe(HttpStatusCode.Accepted);
        (await StateAsync()).ShouldBe("Released", "customers have been told");
    }

    private static string Known(string tracker) => tracker switch { "jira" => "Jira", "youtrack" => "YouTrack", _ => "GitHub" };

    private static string Filled(string body, string tracker, string state, Instant at) => body
        .Replace("STATE", tracker != "github" ? state : state == "open" ? "\"open\",\"state_reason\":null" : $"\"closed\",\"state_reason\":\"{state}\"", StringComparison.Ordinal)
        .Replace("TIME", tracker == "github" ? at.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null) : $"{at.ToUnixTimeMilliseconds()}", StringComparison.Ordinal);

    private async Task<HttpStatusCode> SendAsync(string tracker, string secret, string body)
    {
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{Server.Port}/api/development/inbound/{tracker}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Host = new Uri(Server.DeskOrigin).Authority;
        request.Headers.Add(tracker switch { "jira" => "X-Hub-Signature", "github" => "X-Hub-Signature-256", _ => "X-YouTrack-Token" }, tracker == "youtrack" ? secret : $"sha256={mac}");
        using var answer = await http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private async Task<string?> StateAsync() => (await _administrator.GetAsync($"/api/development/items/{Item}")).GetProperty("item").GetProperty("state").GetString();

    private async Task KeepItemAsync(string state, long? version, string key = "ISTOM-42") =>
        (await _administrator.RefusalAsync(HttpMethod.Put, $"/api/development/items/{Item}", new { title = "Печать чека", severity = "High", state, externalKey = key, version })).ShouldBeNull();

    private async Task<string[]> LinkAsync(long version)
    {
        using var answer = await _administrator.HttpAsync(HttpMethod.Put, "/api/development/links", new { hooks = new[] { new { id = Hook, url = Address, items = true, releases = true } }, version });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("secrets").EnumerateArray().Select(made => made.GetProperty("secret").GetString()!)];
    }

    private async Task<JsonElement[]> WaitingAsync() =>
        [.. (await _administrator.GetAsync("/api/integrations")).EnumerateArray().Single(one => one.GetProperty("name").GetString() == "development").GetProperty("waiting").EnumerateArray()];
}
