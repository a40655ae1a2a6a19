using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>Staff are told of alarms by mail, through the same mailboxes and with the same care as customers are answered.</summary>
public sealed class AlarmMailTests(TestDatabase databases) : MailboxTest(databases)
{
    private const string Asked = "Не открывается база, пациент Иванов";

    protected override void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
        services.Replace(ServiceDescriptor.Singleton(new OutboxOptions { Tries = 1, Poll = TimeSpan.FromMilliseconds(50) })));

    [Fact]
    public async Task An_alarm_is_mailed_to_everybody_who_is_named_at_each_telling_until_it_ends_and_waits_where_mail_waits()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", Routes(0))).ShouldBe("alarm-addresses-missing");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/alarms", Routes(0, "nobody"))).ShouldBe("email-malformed");
        var version = await RouteAsync(administrator, 0, "duty@desk.test");
        var duty = Owned(await TestAgent.OnDutyAsync(Server, paidSupport: true));
        await AskAtNightAsync();
        await KeepAsync();

        JsonElement waiting = default;
        await Eventually.HoldsAsync(async () => (waiting = (await administrator.GetAsync("/api/mail")).GetProperty("letters")).EnumerateArray().Any(letter => letter.GetProperty("parkedAt").ValueKind == JsonValueKind.String));
        (waiting[0].GetProperty("kind").GetString(), waiting[0].GetProperty("number").GetString(), waiting[0].GetProperty("reason").GetString()).ShouldBe(("Alarm", "IS-2026-000001", "mailbox-missing"));
        await using var smtp = TakenMail.Start();
        await AddMailboxAsync(outgoing: smtp.Settings());
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/deliveries/{waiting[0].GetProperty("id").GetGuid()}/resend")).ShouldBeNull();
        var mail = (await smtp.MailsAsync(1))[0];
        mail.Subject.ShouldBe("Платная заявка ждёт вне рабочего времени: IS-2026-000001, срок 23.11.2026 21:15");
        mail.Text.ShouldContain($"Открыть на столе: {Server.DeskOrigin}/desk#ticket/{(await duty.Desk()).Alarms.Single().Ticket}");
        mail.Text.ShouldContain("Поддержка: платная");
        (mail.To.Single().Address, mail.Headers.First("Auto-Submitted")).ShouldBe(("duty@desk.test", "auto-generated"));
        smtp.Heard.ShouldContain(line => line.StartsWith("MAIL FROM:<>", StringComparison.Ordinal), "Nobody is to answer it, not even a server.");
        mail.Text.ShouldNotContain("Иванов");

        await RouteAsync(administrator, version, "duty@desk.test", "head@desk.test");
        Server.Clock.Advance(Duration.FromMinutes(5));
        await KeepAsync();
        var all = await smtp.MailsAsync(3);
        all.Skip(1).Select(again => again.To.Single().Address).ShouldBe(["duty@desk.test", "head@desk.test"], ignoreOrder: true);
        all.Select(each => each.MessageId).ShouldBeUnique(StringComparer.Ordinal);

        await duty.Acknowledge((await duty.Desk()).Alarms.Single().Id);
        Server.Clock.Advance(Duration.FromHours(1));
        await KeepAsync();
        await Eventually.HoldsAsync(async () => (await administrator.GetAsync("/api/mail")).GetProperty("letters").GetArrayLength() == 0);
        (await smtp.MailsAsync(3)).Count.ShouldBe(3);
    }

    private static object Routes(long version, params string[] to) => new { night = new { leads = false, webhook = false, mail = true }, repeatMinutes = 5, mailTo = to, version };

    private static async Task<long> RouteAsync(TestAgent administrator, long version, params string[] to)
    {
        using var answer = await administrator.HttpAsync(HttpMethod.Put, "/api/alarms", Routes(version, to));
        var changed = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        changed.GetProperty("settings").GetProperty("mailTo").GetArrayLength().ShouldBe(to.Length);
        return changed.GetProperty("version").GetInt64();
    }

    private async Task AskAtNightAsync()
    {
        Server.Clock.Set(Moscow.At(2026, 11, 23, 21, 0));
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника 1", Tariff.Paid);
        await Server.StoreAsync(clinic);
        await Owned(await TestVisitor.OpenAsync(Server, "cloud", await Server.AddVerifiedVisitorAsync(clinic))).Send(Asked);
    }

    private Task KeepAsync() => Server.Services.GetRequiredService<AlarmWatch>().KeepAsync(Cancellation);
}
