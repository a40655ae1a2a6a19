using System.Text;
using System.Text.Json;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace iStom.Chat.Server.Tests.Alarms;

/// <summary>Another program is told of alarms, by calls that only we can make, at addresses that are nobody's inner network.</summary>
public sealed class WebhookTests(TestDatabase databases) : ServerTest(databases)
{
    private readonly int _port = FreePort.Find();
    private readonly FakeTime _time = new();

    private string Address => $"http://127.0.0.1:{_port}/alarm";

    protected override void Configure(IWebHostBuilder builder) => builder
        .UseSetting("Outbound:AllowedOrigins:0", $"http://127.0.0.1:{_port}")
        .ConfigureServices(services => services
            .Replace(ServiceDescriptor.Singleton(new OutboxOptions { Tries = 2, Poll = TimeSpan.FromMilliseconds(50) }))
            .Replace(ServiceDescriptor.Singleton(provider => ActivatorUtilities.CreateInstance<OutboundCalls>(provider, _time))));

    [Fact]
    public async Task A_call_is_signed_says_nothing_of_the_customer_and_is_parked_with_its_reason_when_it_does_not_come_through()
    {
        var receiver = Owned(await WebhookReceiver.StartAsync(_port));
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var secret = await RouteAsync(administrator);
        (await administrator.GetAsync("/api/alarms")).GetRawText().ShouldNotContain(secret);
        (await administrator.GetAsync("/api/audit")).GetRawText().ShouldNotContain(secret);
        (await administrator.PostAsync("/api/alarms/test")).GetProperty("reason").ValueKind.ShouldBe(JsonValueKind.Null);
        ShouldBeOurs(await receiver.Calls.Until(call => call.Body.Contains("\"Test\"", StringComparison.Ordinal)), secret);

        receiver.Status = 500;
        (await administrator.PostAsync("/api/alarms/test")).GetProperty("reason").GetString().ShouldBe("Http500");
        await AskAtNightAsync();
        await FailedAsync();
        Server.Clock.Advance(Duration.FromSeconds(20));
        var parked = await ParkedAsync(administrator);
        (parked.GetProperty("number").GetString(), parked.GetProperty("reason").GetString()).ShouldBe(("IS-2026-000001", "Http500"));
        var tries = receiver.Calls.All.Where(call => call.Body.Contains("PaidAtNight", StringComparison.Ordinal)).ToList();
        tries.Select(call => call.Delivery).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldBe(parked.GetProperty("id").GetString(), "a repetition is known by its id");
        tries.Select(call => call.Signature).Distinct(StringComparer.Ordinal).Count().ShouldBe(2, "each try has its own time");

        receiver.Status = 204;
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/deliveries/{parked.GetProperty("id").GetString()}/resend")).ShouldBeNull();
        var call = await receiver.Calls.Until(call => receiver.Calls.All.Count(one => one.Delivery == call.Delivery) == 3);
        ShouldBeOurs(call, secret);
        var body = JsonDocument.Parse(call.Body).RootElement;
        body.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "kind", "number", "level", "due", "raisedAt", "times", "desk"]);
        (body.GetProperty("level").GetString(), body.GetProperty("desk").GetString()).ShouldBe(("Paid", $"{Server.DeskOrigin}/desk#ticket/{await TicketAsync()}"));
    }

    [Fact]
    public async Task What_was_acknowledged_before_it_came_through_is_not_told_any_more()
    {
        var receiver = Owned(await WebhookReceiver.StartAsync(_port));
        receiver.Status = 503;
        await RouteAsync(Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator)));
        var duty = Owned(await TestAgent.OnDutyAsync(Server, paidSupport: true));
        await AskAtNightAsync();
        await FailedAsync();
        await duty.Acknowledge((await duty.Desk()).Alarms.Single().Id);
        Server.Clock.Advance(Duration.FromSeconds(20));

        await Eventually.HoldsAsync(async () => await CountAsync("true") == 0);
        receiver.Calls.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_paused_is_not_called_and_leaves_when_it_goes_on()
    {
        var receiver = Owned(await WebhookReceiver.StartAsync(_port));
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        await RouteAsync(administrator);
        (await IntegrationAsync(administrator)).GetProperty("workedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/integrations/alarms", new { isPaused = true })).ShouldBeNull();
        await AskAtNightAsync();
        await FailedAsync();

        var paused = await IntegrationAsync(administrator);
        (paused.GetProperty("isSetUp").GetBoolean(), paused.GetProperty("isPaused").GetBoolean(), receiver.Calls.All.Count).ShouldBe((true, true, 0));
        var waiting = paused.GetProperty("waiting")[0];
        (waiting.GetProperty("reason").GetString(), waiting.GetProperty("tries").GetInt32()).ShouldBe(("Paused", 0));

        (await administrator.RefusalAsync(HttpMethod.Put, "/api/integrations/alarms", new { isPaused = false })).ShouldBeNull();
        await receiver.Calls.Until(call => call.Body.Contains("PaidAtNight", StringComparison.Ordinal));
        await Eventually.HoldsAsync(async () => (await IntegrationAsync(administrator)).GetProperty("workedAt").ValueKind == JsonValueKind.String);
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/integrations/nobody", new { isPaused = true })).ShouldBe("integration-not-found");
    }

    [Fact]
    public async Task A_program_that_fails_again_and_again_is_left_alone_for_a_minute()
    {
        var receiver = Owned(await WebhookReceiver.StartAsync(_port));
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        await RouteAsync(administrator);
        receiver.Status = 503;
        for (var i = 0; i < 5; i++)
        {
            (await TryAsync(administrator)).ShouldBe("Http503");
        }

        (await TryAsync(administrator)).ShouldBe("LeftAlone");
        receiver.Calls.All.Count.ShouldBe(5);
        var health = await IntegrationAsync(administrator);
        (health.GetProperty("reason").GetString(), health.GetProperty("failedAt").ValueKind).ShouldBe(("Http503", JsonValueKind.String));

        receiver.Status = 204;
        _time.Advance(TimeSpan.FromSeconds(61));
        (await TryAsync(administrator)).ShouldBeNull();
        (await IntegrationAsync(administrator)).GetProperty("failedAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("http://example.org/alarm")]
    [InlineData("https://user:password@example.org/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://2130706433/")]
    [InlineData("ftp://example.org/")]
    public async Task An_address_of_an_inner_network_is_refused(string url)
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));

        (await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", Routes(url))).ShouldBe("webhook-not-allowed");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", Routes(url: null))).ShouldBe("webhook-missing");
    }

    [Fact]
    public async Task A_name_that_leads_into_the_inner_network_is_not_called()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", Routes($"https://localhost:{_port}/"))).ShouldBeNull();

        (await administrator.PostAsync("/api/alarms/test")).GetProperty("reason").GetString().ShouldBe("AddressNotPublic");
    }

    /// <summary>Computed here by the words of PROTOCOL.md.</summary>
    private static void ShouldBeOurs((string Delivery, string Signature, string Body) call, string secret)
    {
        var parts = call.Signature.Split(',').ToDictionary(part => part[..part.IndexOf('=', StringComparison.Ordinal)], part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);
        var mac = System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{call.Body}"));
        parts["v1"].ShouldBe(Convert.ToHexStringLower(mac));
        JsonDocument.Parse(call.Body).RootElement.GetProperty("id").GetString().ShouldBe(call.Delivery);
    }

    private static async Task<string?> TryAsync(TestAgent administrator) => (await administrator.PostAsync("/api/alarms/test")).GetProperty("reason").GetString();

    private static async Task<JsonElement> IntegrationAsync(TestAgent administrator) =>
        (await administrator.GetAsync("/api/integrations")).EnumerateArray().Single(one => one.GetProperty("name").GetString() == "alarms");

    private static object Routes(string? url) => new { night = new { leads = true, webhook = true }, repeatMinutes = 60, webhookUrl = url, version = 0 };

    private async Task<string> RouteAsync(TestAgent administrator)
    {
        using var answer = await administrator.HttpAsync(HttpMethod.Put, "/api/alarms", Routes(Address));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("secret").GetString()!;
    }

    private async Task AskAtNightAsync()
    {
        Server.Clock.Set(Moscow.At(2026, 11, 23, 21, 0));
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника 1", Tariff.Paid);
        await Server.StoreAsync(clinic);
        await Owned(await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(clinic))).Send("Платный вопрос");
        await Server.Services.GetRequiredService<AlarmWatch>().KeepAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The first try has failed, and it is noted when the next is.</summary>
    private Task FailedAsync() => Eventually.HoldsAsync(async () => await CountAsync("reason is not null and leased_until is null") == 1);

    private async Task<JsonElement> ParkedAsync(TestAgent administrator)
    {
        await Eventually.HoldsAsync(async () => await CountAsync("parked is not null") == 1);
        return (await administrator.GetAsync("/api/alarms")).GetProperty("deliveries")[0];
    }

    private async Task<Guid> TicketAsync()
    {
        await using var command = Server.Database.CreateCommand("select id from mt_doc_ticket");
        return (Guid)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<long> CountAsync(string condition)
    {
        await using var command = Server.Database.CreateCommand($"select count(*) from istom_outbox where kind = 'alarm' and {condition}");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
