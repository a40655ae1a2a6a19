using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Clinics;

/// <summary>Tariffs decide level and scope of the waits that begin after they were changed, and of none before.</summary>
public sealed class TariffTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly object Generous = new { name = "Щедрый", plan = "Paid", serves = new[] { "Question", "Training", "OutOfScope" }, offerRussian = "Подключим за отдельную плату." };

    private TestAgent _supervisor = null!;

    [Fact]
    public async Task Two_tariffs_are_there_from_the_beginning_and_can_be_changed_like_any_other()
    {
        await SignInAsync();
        var standard = (await _supervisor.GetAsync("/api/tariffs")).EnumerateArray().Single(tariff => tariff.GetProperty("plan").GetString() == "Standard");
        standard.GetProperty("version").GetInt64().ShouldBe(0);
        var path = $"/api/tariffs/{standard.GetProperty("id").GetString()}";

        await TellAsync(HttpMethod.Put, path, new { version = 0, name = "Базовый", plan = "Standard", serves = new[] { "Question" }, offerRussian = "Подключим за отдельную плату." });

        using var stale = await _supervisor.HttpAsync(HttpMethod.Put, path, new { version = 0, name = "Иной", plan = "Standard" });
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _supervisor.GetAsync("/api/tariffs")).EnumerateArray().Select(tariff => tariff.GetProperty("name").GetString()).ShouldBe(["Paid", "Базовый"]);
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var kinds = (await visitor.Kinds()).ToDictionary(offer => offer.Kind);
        (kinds[RequestKind.FirstInstallation].Scope, kinds[RequestKind.FirstInstallation].Offer).ShouldBe((Scope.OfferPaid, "Подключим за отдельную плату."));
        (kinds[RequestKind.Question].Scope, kinds[RequestKind.Question].Offer).ShouldBe((Scope.Served, null));
    }

    [Fact]
    public async Task What_no_tariff_covers_is_never_among_its_kinds()
    {
        await SignInAsync();

        var added = await TellAsync(HttpMethod.Post, "/api/tariffs", Generous);

        added.GetProperty("serves").EnumerateArray().Select(kind => kind.GetString()).ShouldBe(["Question", "Training"]);
        added.GetProperty("offer").GetProperty("russian").GetString().ShouldBe("Подключим за отдельную плату.");
    }

    [Fact]
    public async Task A_change_of_the_tariff_affects_new_waits_only()
    {
        await SignInAsync();
        var tariff = await TellAsync(HttpMethod.Post, "/api/tariffs", Generous);
        var id = tariff.GetProperty("id").GetGuid();
        var clinic = new Clinic(new(Guid.CreateVersion7()), "Клиника") { TariffId = new(id) };
        await Server.Store.AddClinicAsync(clinic);
        var visitor = Owned(await TestVisitor.OpenAsync(Server, key: await Server.AddVerifiedVisitorAsync(clinic)));
        var first = (await visitor.Send("Вопрос")).Ticket!;
        first.Level.ShouldBe(SupportLevel.Paid);

        await TellAsync(HttpMethod.Put, $"/api/tariffs/{id}", new { version = 1, name = "Скромный", plan = "Standard", serves = new[] { "Question" } });

        (await visitor.Join()).Ticket!.Promise!.Due.ShouldBe(first.Promise!.Due);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        var ticket = (await agent.TakeNext()).Ticket;
        (ticket.Level, ticket.Clinic!.Tariff).ShouldBe((SupportLevel.Paid, "Скромный"));
        await agent.Reply(ticket.Id, "Ответ");
        (await visitor.Send("Ещё вопрос")).Ticket!.Level.ShouldBe(SupportLevel.Standard);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", SupportLevel.Paid)]
    [InlineData(null, "2026-11-22", SupportLevel.Standard)]
    [InlineData("2026-11-24", null, SupportLevel.Standard)]
    [InlineData(null, null, SupportLevel.Paid)]
    public async Task A_clinics_tariff_holds_from_its_first_to_its_last_day(string? from, string? until, SupportLevel level)
    {
        var clinic = new Clinic(new(Guid.CreateVersion7()), "Клиника") { TariffId = TariffTerms.Paid.Id, TariffFrom = DateOf(from), TariffUntil = DateOf(until) };
        await Server.Store.AddClinicAsync(clinic);
        var visitor = Owned(await TestVisitor.OpenAsync(Server, key: await Server.AddVerifiedVisitorAsync(clinic)));

        (await visitor.Send("Вопрос")).Ticket!.Level.ShouldBe(level);
    }

    [Fact]
    public async Task A_clinic_from_before_tariffs_were_kept_has_its_own_terms_until_a_tariff_is_chosen()
    {
        await SignInAsync();
        var stored = JsonSerializer.Deserialize<Clinic>(
            """{"Id":"00000000-0000-7000-8000-000000000007","Name":"Клиника","Tariff":{"Name":"Свой","Plan":"Paid","Serves":["Question"]}}""", StoreJson.Options)!;
        await Server.Store.AddClinicAsync(stored);
        var path = $"/api/clinics/{stored.Id.Value}";
        (await _supervisor.GetAsync(path)).GetProperty("ownTerms").GetProperty("name").GetString().ShouldBe("Свой");

        var renamed = await TellAsync(HttpMethod.Post, path, new { version = 1, name = "Иначе" });
        var bought = await TellAsync(HttpMethod.Post, path, new { version = 2, name = "Иначе", tariffId = TariffTerms.Standard.Id.Value });

        renamed.GetProperty("clinic").GetProperty("tariff").GetString().ShouldBe("Свой");
        bought.GetProperty("clinic").GetProperty("tariff").GetString().ShouldBe("Standard");
        bought.GetProperty("ownTerms").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static LocalDate? DateOf(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private async Task SignInAsync() => _supervisor = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший"));

    private async Task<JsonElement> TellAsync(HttpMethod method, string path, object body)
    {
        using var answer = await _supervisor.HttpAsync(method, path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
