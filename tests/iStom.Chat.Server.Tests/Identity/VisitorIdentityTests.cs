using System.Net;
using System.Net.WebSockets;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>A browser is known by its secret, which is replaced now and then and can be given up.</summary>
public sealed class VisitorIdentityTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task The_secret_itself_is_stored_nowhere()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        var key = visitor.Cookie!.Split('=', 2)[1];
        key.Length.ShouldBe(43, "256 bits");

        await using var command = Server.Database.CreateCommand("select count(*) from mt_doc_visitor where data::text like '%' || $1 || '%' or key_hash = $1");
        command.Parameters.AddWithValue(key);
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
    }

    [Fact]
    public async Task An_old_key_is_replaced_and_holds_a_little_longer_for_other_tabs()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        var old = visitor.Cookie;
        Server.Clock.Advance(Visitor.KeyLife);

        await using var renewed = await visitor.Again();

        string.Equals(renewed.Cookie, old, StringComparison.Ordinal).ShouldBeFalse();
        (await renewed.Join()).LastSequence.ShouldBe(3);
        await using var otherTab = new TestVisitor(Server) { Cookie = old };
        await otherTab.StartSession();
        otherTab.Cookie.ShouldBe(old);
        await otherTab.Connect();
        (await otherTab.Join()).LastSequence.ShouldBe(3);

        Server.Clock.Advance(Visitor.KeyGrace + Duration.FromSeconds(1));
        await using var late = new TestVisitor(Server) { Cookie = old };
        await Should.ThrowAsync<WebSocketException>(() => late.Connect());
    }

    [Fact]
    public async Task Twenty_tabs_that_open_at_once_with_an_old_key_are_one_visitor_with_one_new_key()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        var old = visitor.Cookie;
        Server.Clock.Advance(Visitor.KeyLife);
        TestVisitor[] tabs = [.. Enumerable.Range(0, 20).Select(_ => Owned(new TestVisitor(Server) { Cookie = old }))];

        await Task.WhenAll(tabs.Select(tab => tab.StartSession()));

        tabs.Select(tab => tab.Cookie).Where(key => key != old).ShouldHaveSingleItem();
        var open = tabs.Take(8).ToArray();
        await Task.WhenAll(open.Select(tab => tab.Connect()));
        await Task.WhenAll(open.Select(tab => tab.Send("Первое")));
        (await open[0].Join()).LastSequence.ShouldBe(2 + open.Length);
        (await VisitorsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_shows_no_key_is_somebody_new_each_time_and_nobody_else()
    {
        TestVisitor[] strangers = [.. Enumerable.Range(0, 20).Select(_ => Owned(new TestVisitor(Server)))];

        await Task.WhenAll(strangers.Select(stranger => stranger.StartSession()));

        strangers.Select(stranger => stranger.Cookie).Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        (await VisitorsAsync()).ShouldBe(20);
    }

    [Fact]
    public async Task Ending_on_this_computer_closes_every_tab_and_the_key_opens_nothing()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var otherTab = await visitor.Again();
        await visitor.Send("Вопрос");
        var key = visitor.Cookie;

        (await visitor.HttpAsync(HttpMethod.Post, "/api/visitor/end")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await Task.WhenAll(visitor.Closed, otherTab.Closed);
        visitor.Cookie.ShouldBe("");
        await using var next = new TestVisitor(Server) { Cookie = key };
        await Should.ThrowAsync<WebSocketException>(() => next.Connect());
        await using var nextPatient = await next.Again();
        (await nextPatient.Join()).LastSequence.ShouldBe(0);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        (await agent.Desk()).Queue.Total.ShouldBe(1);
    }

    [Fact]
    public async Task Ending_needs_a_key_and_our_own_page()
    {
        await using var stranger = new TestVisitor(Server);
        (await stranger.HttpAsync(HttpMethod.Post, "/api/visitor/end")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await using var visitor = await TestVisitor.OpenAsync(Server);
        (await visitor.HttpAsync(HttpMethod.Post, "/api/visitor/end", fromOrigin: "https://evil.example")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<long> VisitorsAsync()
    {
        await using var command = Server.Database.CreateCommand("select count(*) from mt_doc_visitor");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
