using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Audit;

/// <summary>Who changed what staff keep, when and from where.</summary>
public sealed class AuditTests(TestDatabase databases) : ServerTest(databases)
{
    private readonly Clinic _clinic = new(new(Guid.CreateVersion7()), "Клиника 1", Tariff.Standard);

    [Fact]
    public async Task Each_change_says_what_was_and_what_is_and_who_did_it_from_where()
    {
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        await AddAndRenameAsync(Actor.Of(agent.Account));

        var lines = (await agent.GetAsync("/api/audit")).GetProperty("items").EnumerateArray().ToList();

        lines.Count.ShouldBe(2);
        lines[0].GetProperty("before").GetProperty("name").GetString().ShouldBe("Клиника 1");
        lines[0].GetProperty("after").GetProperty("name").GetString().ShouldBe("Клиника 2");
        lines[0].GetProperty("by").GetProperty("name").GetString().ShouldBe("Администратор");
        lines[0].GetProperty("from").GetString().ShouldBe("203.0.113.7");
        lines[1].GetProperty("before").ValueKind.ShouldBe(JsonValueKind.Null);
        lines[1].GetProperty("by").GetProperty("kind").GetString().ShouldBe("Desk");
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        await AddAndRenameAsync(Actor.Of(agent.Account));

        var first = await agent.GetAsync("/api/audit?limit=1");
        var second = await agent.GetAsync($"/api/audit?limit=1&before={first.GetProperty("next").GetString()}");

        second.GetProperty("items")[0].GetProperty("after").GetProperty("name").GetString().ShouldBe("Клиника 1");
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("kind=Clinic", 2)]
    [InlineData("kind=Site", 0)]
    [InlineData("since=2026-11-23T09:00:00Z", 2)]
    [InlineData("since=2026-11-23T09:00:01Z", 1)]
    [InlineData("until=2026-11-23T09:00:01Z", 1)]
    [InlineData("by=00000000-0000-7000-8000-000000000001", 0)]
    public async Task The_list_can_be_narrowed(string filter, int found)
    {
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));
        await AddAndRenameAsync(Actor.Of(agent.Account));

        (await agent.GetAsync($"/api/audit?{filter}")).GetProperty("items").GetArrayLength().ShouldBe(found);
    }

    [Fact]
    public async Task A_page_of_nothing_is_refused_by_the_name_of_what_was_wrong()
    {
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator, "Администратор"));

        using var answer = await agent.HttpAsync(HttpMethod.Get, "/api/audit?limit=0");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("limit-out-of-range");
        problem.GetProperty("property").GetString().ShouldBe("Limit");
    }

    private async Task AddAndRenameAsync(Actor by)
    {
        await Server.Store.AddClinicAsync(_clinic);
        var session = Server.Store.OpenSession();
        var later = RunningServer.MondayNoon + Duration.FromMinutes(1);
        session.Change(new ClinicChanged(_clinic, _clinic with { Name = "Клиника 2" }, new(by, "203.0.113.7", later)), 1);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }
}
