using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Regulation;

/// <summary>Editions of the regulation, each from a date on.</summary>
public sealed class RegulationTests(TestDatabase databases) : ServerTest(databases)
{
    private readonly Guid _edition = Guid.NewGuid();

    [Fact]
    public async Task A_wait_that_starts_when_an_edition_holds_is_promised_by_it_and_earlier_ones_keep_theirs()
    {
        var administrator = await AdministratorAsync();
        await using var early = await TestVisitor.OpenAsync(Server);
        var before = (await early.Send("Вопрос")).Ticket!.Promise!;
        (await PutAsync(administrator, Settings(budget: 9 * 60))).StatusCode.ShouldBe(HttpStatusCode.OK);

        Server.Clock.Advance(Duration.FromDays(1));
        await using var late = await TestVisitor.OpenAsync(Server);
        var after = (await late.Send("Вопрос")).Ticket!.Promise!;

        (before.Due, after.Due).ShouldBe((Moscow.At(2026, 11, 25, 12, 0), Moscow.At(2026, 11, 25, 12, 0)));
        var again = (await early.Join()).Ticket!.Promise!;
        again.Due.ShouldBe(before.Due);
        again.Explanation.ShouldBe(before.Explanation);
        after.Explanation.ShouldNotBe(before.Explanation);
    }

    [Fact]
    public async Task Hours_of_an_edition_open_the_desk()
    {
        var administrator = await AdministratorAsync();
        var early = Settings(budget: 18 * 60) with { Hours = [new(new(8, 0), new(17, 0))] };
        (await PutAsync(administrator, early)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var visitor = await TestVisitor.OpenAsync(Server);

        Server.Clock.Advance(Moscow.At(2026, 11, 24, 8, 30) - RunningServer.MondayNoon);

        (await visitor.Join()).Desk.Open.ShouldBeTrue();
    }

    [Fact]
    public async Task What_holds_already_cannot_be_changed_nor_can_a_name_be_used_twice()
    {
        var administrator = await AdministratorAsync();

        (await CodeAsync(await PutAsync(administrator, Settings(60) with { HoldsFrom = new(2026, 11, 23) }))).ShouldBe("regulation-in-force");
        (await CodeAsync(await PutAsync(administrator, Settings(60) with { Name = RegulationEdition.Current.Name }))).ShouldBe("regulation-name-taken");
        (await CodeAsync(await PutAsync(administrator, Settings(0)))).ShouldBe("regulation-invalid");
        (await CodeAsync(await PutAsync(administrator, Settings(60) with { HoldsFrom = null }))).ShouldBe("regulation-invalid");
    }

    [Fact]
    public async Task An_edition_that_does_not_hold_yet_can_be_taken_back()
    {
        var administrator = await AdministratorAsync();
        await PutAsync(administrator, Settings(60));

        (await administrator.HttpAsync(HttpMethod.Delete, $"/api/regulation/{_edition}?version=1")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await administrator.GetAsync("/api/regulation")).EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("settings").GetProperty("holdsFrom").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "it has always held");
    }

    private static RegulationSettings Settings(int budget) =>
        RegulationSettings.Of(RegulationEdition.Current) with { Name = "regulation-2", HoldsFrom = new(2026, 11, 24), Standard = new(budget, 0) };

    private async Task<TestAgent> AdministratorAsync() => Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));

    private Task<HttpResponseMessage> PutAsync(TestAgent agent, RegulationSettings settings) => agent.HttpAsync(HttpMethod.Put, $"/api/regulation/{_edition}?version=0", new
    {
        name = settings.Name,
        holdsFrom = settings.HoldsFrom?.ToString("uuuu-MM-dd", null),
        hours = settings.Hours.Select(hours => new { from = hours.From.ToString("HH:mm", null), until = hours.Until.ToString("HH:mm", null) }),
        shortenedByMinutes = settings.ShortenedByMinutes,
        standard = settings.Standard,
        urgent = settings.Urgent,
        paid = settings.Paid,
    });

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString();
}
