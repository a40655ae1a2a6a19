using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Regulation;

/// <summary>The production calendar as staff import and edit it, and what that does to promises.</summary>
public sealed class CalendarTests(TestDatabase databases) : ServerTest(databases)
{
    /// <summary>Monday noon and two working days; with Tuesday off it is a day later.</summary>
    private static readonly object TuesdayOff = new { days = new[] { new { date = "2026-11-24", kind = "Holiday", name = new { russian = "Выходной", english = "Day off" } } } };

    [Fact]
    public async Task A_day_off_moves_open_promises_as_was_shown_before()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        var supervisor = await SupervisorAsync();

        var preview = await JsonAsync(await supervisor.HttpAsync(HttpMethod.Post, "/api/calendar/2026/preview", TuesdayOff));
        (await supervisor.HttpAsync(HttpMethod.Put, "/api/calendar/2026?version=0", TuesdayOff)).StatusCode.ShouldBe(HttpStatusCode.OK);

        preview.GetProperty("promisesTotal").GetInt32().ShouldBe(1);
        var move = preview.GetProperty("promises")[0];
        (InstantOf(move, "due"), InstantOf(move, "becomes")).ShouldBe((Moscow.At(2026, 11, 25, 12, 0), Moscow.At(2026, 11, 26, 12, 0)));
        preview.GetProperty("days").GetArrayLength().ShouldBe(1);
        await visitor.Tickets.Until(ticket => ticket.Promise?.Due == Moscow.At(2026, 11, 26, 12, 0));
    }

    [Fact]
    public async Task Promises_are_moved_by_a_node_that_was_not_told_of_the_edit_yet()
    {
        var database = await Databases.CreateMigratedAsync();
        await using var other = RunningServer.Start(database);
        await using var node = RunningServer.Start(database);
        await using var visitor = await TestVisitor.OpenAsync(node);
        await visitor.Send("Вопрос");
        var year = ProductionCalendar.Embedded[2026];
        var session = other.Store.OpenSession();
        session.Change(new CalendarYearChanged(year, new(2026, year.Decree, [new(new(2026, 11, 24), DayOffKind.Holiday)], [], []), Authorship.OfDesk(RunningServer.MondayNoon)), StreamVersion.None);
        await session.CommitAsync(TestContext.Current.CancellationToken);

        var recompute = node.Services.GetServices<IOutboxHandler>().Single(handler => string.Equals(handler.Kind, "recompute-promises", StringComparison.Ordinal));
        await recompute.HandleAsync(new(Guid.NewGuid(), recompute.Kind, "{}", Try: 1), TestContext.Current.CancellationToken);

        await visitor.Tickets.Until(ticket => ticket.Promise?.Due == Moscow.At(2026, 11, 26, 12, 0));
    }

    [Fact]
    public async Task New_promises_are_made_on_the_edited_calendar_and_say_why_the_day_was_skipped()
    {
        var supervisor = await SupervisorAsync();
        await supervisor.HttpAsync(HttpMethod.Put, "/api/calendar/2026?version=0", TuesdayOff);
        await using var visitor = await TestVisitor.OpenAsync(Server);

        var promise = (await visitor.Send("Вопрос")).Ticket!.Promise!;

        promise.Due.ShouldBe(Moscow.At(2026, 11, 26, 12, 0));
        promise.Explanation.ShouldContain(step => step.Contains("24 ноября", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_year_that_somebody_else_has_changed_is_not_overwritten()
    {
        var supervisor = await SupervisorAsync();
        await supervisor.HttpAsync(HttpMethod.Put, "/api/calendar/2026?version=0", TuesdayOff);

        var second = await supervisor.HttpAsync(HttpMethod.Put, "/api/calendar/2026?version=0", TuesdayOff);

        (second.StatusCode, await CodeAsync(second)).ShouldBe((HttpStatusCode.Conflict, "changed-meanwhile"));
    }

    [Fact]
    public async Task A_bad_file_is_refused_with_its_line_and_changes_nothing()
    {
        var supervisor = await SupervisorAsync();
        var before = await supervisor.GetAsync("/api/calendar/2026");

        var refused = await supervisor.HttpAsync(HttpMethod.Put, "/api/calendar/2026?version=0", new { file = "<calendar year=\"2026\">\n<days>\n<day d=\"13.01\" t=\"1\"/></days></calendar>" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await JsonAsync(refused);
        (problem.GetProperty("code").GetString(), problem.GetProperty("line").GetString()).ShouldBe(("calendar-date-wrong", "3"));
        (await supervisor.GetAsync("/api/calendar/2026")).GetRawText().ShouldBe(before.GetRawText());
    }

    [Fact]
    public async Task An_imported_decree_ends_the_warning_of_health()
    {
        Server.Clock.Advance(Moscow.At(2027, 10, 4, 12, 0) - RunningServer.MondayNoon);
        var supervisor = await SupervisorAsync();
        (await HealthAsync(supervisor)).ShouldContain("calendar-missing");
        var year = CalendarYearWriter.Write(LabourCode.Provisional(2028)).Replace("\"provisional\"", "\"approved\"", StringComparison.Ordinal);

        var imported = await supervisor.HttpAsync(HttpMethod.Put, "/api/calendar/2028?version=0", new { file = year, decree = "Постановление Правительства РФ от 01.10.2027 № 1" });

        imported.StatusCode.ShouldBe(HttpStatusCode.OK, await imported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        (await HealthAsync(supervisor)).ShouldNotContain("calendar-missing");
    }

    [Fact]
    public async Task The_change_stands_in_the_audit()
    {
        var supervisor = await SupervisorAsync();
        await supervisor.HttpAsync(HttpMethod.Put, "/api/calendar/2026?version=0", TuesdayOff);
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));

        var line = (await administrator.GetAsync("/api/audit?kind=CalendarYear")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();

        (line.GetProperty("name").GetString(), line.GetProperty("by").GetProperty("name").GetString()).ShouldBe(("2026", "Старший"));
    }

    private async Task<TestAgent> SupervisorAsync() => Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший"));

    private static async Task<string> HealthAsync(TestAgent agent)
    {
        using var answer = await agent.HttpAsync(HttpMethod.Get, "/health/ready");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Instant InstantOf(JsonElement owner, string property) => Instant.FromDateTimeOffset(owner.GetProperty(property).GetDateTimeOffset());

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await JsonAsync(answer)).GetProperty("code").GetString();

    private static Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
