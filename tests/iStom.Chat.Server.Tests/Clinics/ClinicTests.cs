using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Clinics;

/// <summary>Clinics are kept on the desk: listed, searched, changed, with what they have asked.</summary>
public sealed class ClinicTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly object Full = new
    {
        name = " Клиника «Ёлочка» ",
        number = "1001",
        tariffId = TariffTerms.Paid.Id.Value,
        tariffUntil = "2026-12-31",
        contacts = new[] { new { name = "Администратор", role = "регистратура", phones = new[] { "8 (495) 000-00-01", " " }, email = "desk@example.org" } },
        product = "iStom Cloud",
        productVersion = "7.5",
        teamViewerId = "123 456 789",
        notes = "Звонить после обеда",
    };

    private TestAgent _supervisor = null!;

    [Fact]
    public async Task A_clinic_is_kept_with_everything_and_read_back()
    {
        await SignInAsync();

        var added = await TellAsync(HttpMethod.Post, "/api/clinics", Full);
        var card = await _supervisor.GetAsync($"/api/clinics/{IdOf(added)}");

        card.ToString().ShouldBe(added.ToString());
        card.GetProperty("clinic").GetProperty("name").GetString().ShouldBe("Клиника «Ёлочка»");
        card.GetProperty("clinic").GetProperty("plan").GetString().ShouldBe("Paid");
        card.GetProperty("tariffUntil").GetString().ShouldBe("2026-12-31");
        card.GetProperty("contacts")[0].GetProperty("phones").EnumerateArray().Select(phone => phone.GetString()).ShouldBe(["8 (495) 000-00-01"]);
        card.GetProperty("version").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("елочка")]
    [InlineData("ЁЛОЧКА")]
    [InlineData("1001")]
    [InlineData("+7 495 000 00 01")]
    [InlineData("0000001")]
    [InlineData("desk@")]
    [InlineData("123 456 789")]
    public async Task It_is_found_by_what_people_know_of_it(string search)
    {
        await SignInAsync();
        await TellAsync(HttpMethod.Post, "/api/clinics", Full);
        await TellAsync(HttpMethod.Post, "/api/clinics", new { name = "Другая" });

        (await NamesAsync($"?search={Uri.EscapeDataString(search)}")).ShouldBe(["Клиника «Ёлочка»"]);
        (await NamesAsync("?search=100%25")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_the_list_follow_each_other_by_name()
    {
        await SignInAsync();
        foreach (var name in new[] { "В", "А", "Б", "А" })
        {
            await TellAsync(HttpMethod.Post, "/api/clinics", new { name });
        }

        var first = await _supervisor.GetAsync("/api/clinics?limit=2");
        var second = await _supervisor.GetAsync($"/api/clinics?limit=2&before={first.GetProperty("next").GetString()}");

        NamesOf(first).Concat(NamesOf(second)).ShouldBe(["А", "А", "Б", "В"]);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Who_has_read_an_older_version_changes_nothing()
    {
        await SignInAsync();
        var id = IdOf(await TellAsync(HttpMethod.Post, "/api/clinics", Full));
        await TellAsync(HttpMethod.Post, $"/api/clinics/{id}", new { version = 1, name = "Первая" });

        (await RefusedAsync($"/api/clinics/{id}", new { version = 1, name = "Вторая" })).ShouldBe((HttpStatusCode.Conflict, "changed-meanwhile"));
        (await RefusedAsync($"/api/clinics/{Guid.NewGuid()}", new { version = 1, name = "Вторая" })).ShouldBe((HttpStatusCode.NotFound, "clinic-not-found"));
        (await NamesAsync("")).ShouldBe(["Первая"]);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_with_a_code()
    {
        await SignInAsync();
        await TellAsync(HttpMethod.Post, "/api/clinics", Full);
        (object Body, string Code)[] wrong =
        [
            (new { name = " " }, "name-missing"),
            (new { name = new string('я', 201) }, "text-too-long"),
            (new { name = "А\u0000" }, "text-malformed"),
            (new { name = "А\nБ" }, "text-malformed"),
            (new { name = "А", notes = new string('я', 8001) }, "text-too-long"),
            (new { name = "А", number = "1001" }, "number-taken"),
            (new { name = "А", tariffId = Guid.NewGuid() }, "unknown-tariff"),
            (new { name = "А", tariffFrom = "2026-12-31", tariffUntil = "2026-12-30" }, "dates-reversed"),
            (new { name = "А", tariffFrom = "31.12.2026" }, "malformed"),
            (new { name = "А", contacts = Enumerable.Repeat(new { name = "Кто-то" }, 51) }, "too-many-contacts"),
        ];

        foreach (var (body, code) in wrong)
        {
            (await RefusedAsync("/api/clinics", body)).Code.ShouldBe(code);
        }

        (await NamesAsync("")).ShouldBe(["Клиника «Ёлочка»"]);
    }

    [Fact]
    public async Task Its_tickets_and_its_visitors_are_listed_newest_first()
    {
        await SignInAsync();
        var clinic = new Clinic(new(Guid.CreateVersion7()), "Клиника");
        await Server.Store.AddClinicAsync(clinic);
        foreach (var text in new[] { "Первый", "Второй", "Третий" })
        {
            var visitor = Owned(await TestVisitor.OpenAsync(Server, key: await Server.AddVerifiedVisitorAsync(clinic)));
            await visitor.Send(text);
        }

        await Owned(await TestVisitor.OpenAsync(Server)).Send("Чужой");

        var first = await _supervisor.GetAsync($"/api/clinics/{clinic.Id.Value}/tickets?limit=2");
        var second = await _supervisor.GetAsync($"/api/clinics/{clinic.Id.Value}/tickets?before={first.GetProperty("next").GetString()}");
        first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(ticket => ticket.GetProperty("preview").GetString()).ShouldBe(["Третий", "Второй", "Первый"]);
        var visitors = await _supervisor.GetAsync($"/api/clinics/{clinic.Id.Value}/visitors?limit=2");
        visitors.GetProperty("items").GetArrayLength().ShouldBe(2);
        (await _supervisor.GetAsync($"/api/clinics/{clinic.Id.Value}/visitors?before={visitors.GetProperty("next").GetString()}")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Erasing_contacts_leaves_nobody_on_the_card_nor_in_its_history()
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        _supervisor = administrator;
        var id = IdOf(await TellAsync(HttpMethod.Post, "/api/clinics", Full));
        await TellAsync(HttpMethod.Post, $"/api/clinics/{id}", new { version = 1, name = "Клиника", contacts = new[] { new { name = "Преемник", email = "next@example.org" } } });

        (await administrator.HttpAsync(HttpMethod.Post, $"/api/clinics/{id}/erase-contacts")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var card = await administrator.GetAsync($"/api/clinics/{id}");
        card.GetProperty("contacts").GetArrayLength().ShouldBe(0);
        card.GetProperty("clinic").GetProperty("name").GetString().ShouldBe("Клиника");
        var database = await Storage.DatabaseText.DumpAsync(Server.Database, TestContext.Current.CancellationToken);
        foreach (var canary in new[] { "desk@example.org", "000-00-01", "4950000001", "Звонить после обеда", "next@example.org", "Преемник" })
        {
            database.ShouldNotContain(canary);
        }

        (await administrator.GetAsync("/api/audit?kind=Clinic")).GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    private async Task SignInAsync() => _supervisor = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший"));

    private async Task<JsonElement> TellAsync(HttpMethod method, string path, object body)
    {
        using var answer = await _supervisor.HttpAsync(method, path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private async Task<(HttpStatusCode Status, string? Code)> RefusedAsync(string path, object body)
    {
        using var answer = await _supervisor.HttpAsync(HttpMethod.Post, path, body);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
    }

    private async Task<IEnumerable<string?>> NamesAsync(string query) => NamesOf(await _supervisor.GetAsync($"/api/clinics{query}"));

    private static IEnumerable<string?> NamesOf(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("clinic").GetProperty("name").GetString());

    private static string IdOf(JsonElement card) => card.GetProperty("clinic").GetProperty("id").GetString()!;
}
