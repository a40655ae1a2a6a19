using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using NodaTime;

namespace iStom.Chat.Server.Tests.Manual;

/// <summary>§2: the manual is looked into before somebody writes, and never in the way of it.</summary>
public sealed class ManualFirstTests(TestDatabase databases) : ServerTest(databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Limits:VisitorReading:Burst", "15");

    [Theory]
    [InlineData("не печатает чек", "Чек не печатается")]
    [InlineData("Здравствуйте! Подскажите, почему у нас с утра не печатаются чеки на кассе?", "Чек не печатается")]
    [InlineData("отчет за смену", "Отчёт за смену")]
    [InlineData("отчёты", "Отчёт за смену")]
    [InlineData("как закрыть сме", "Отчёт за смену")]
    [InlineData("не печятается", "Чек не печатается")]
    [InlineData("чекк", "Чек не печатается")]
    [InlineData("рентгне", "Снимки с рентгена")]
    [InlineData("DICOM", "Снимки с рентгена")]
    [InlineData("радиовизиограф", "Снимки с рентгена")]
    [InlineData("черновик", null)]
    [InlineData("receipt", null)]
    [InlineData("' & | ! <-> :* (", null)]
    [InlineData("абракадабра", null)]
    public async Task What_is_published_in_the_visitors_language_is_found_while_they_type(string typed, string? first)
    {
        await WriteManualAsync();
        await using var visitor = await TestVisitor.OpenAsync(Server);

        (await FindAsync(visitor, typed)).Select(found => found.Title).FirstOrDefault().ShouldBe(first);
    }

    [Fact]
    public async Task Among_words_that_hundreds_of_articles_have_the_rare_one_decides_then_who_has_them_all_then_the_title()
    {
        await FillAsync();
        await KeepAsync(Written("Снимок с датчика", "Что сделать в клинике", []), StreamVersion.None, before: null);
        await KeepAsync(Written("Справка", "Документы клиники", []), StreamVersion.None, before: null);
        // The last of all ids loses every tie: it is found for what it is, or not at all.
        await KeepAsync(Written("Клиника", "О ней", []) with { Id = new(Guid.AllBitsSet) }, StreamVersion.None, before: null);
        await using var visitor = await TestVisitor.OpenAsync(Server);

        (await FindAsync(visitor, "Здравствуйте, документы клиники не видны, снимок")).Select(found => found.Title).First().ShouldBe("Снимок с датчика");
        (await FindAsync(visitor, "документы клиники")).Select(found => found.Title).Take(2).ShouldBe(["Справка", "Клиника"], ignoreOrder: true);
        (await FindAsync(visitor, "клиника")).Select(found => found.Title).First().ShouldBe("Клиника");
    }

    [Fact]
    public async Task What_is_changed_is_found_by_its_new_words_and_what_becomes_a_draft_by_none()
    {
        var articles = await WriteManualAsync();
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await KeepAsync(articles[0] with { Title = "Принтер этикеток", Tags = [], Body = "Этикетки" }, version: 1, articles[0]);
        await KeepAsync(articles[1] with { State = ArticleState.Draft }, version: 1, articles[1]);

        (await FindAsync(visitor, "этикетка")).Select(found => found.Title).ShouldBe(["Принтер этикеток"]);
        (await FindAsync(visitor, "чек")).ShouldBeEmpty();
        (await FindAsync(visitor, "отчёт за смену")).ShouldBeEmpty();
        using var hidden = await visitor.HttpAsync(HttpMethod.Get, $"/api/visitor/articles/{articles[1].Id.Value}");
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_article_that_helped_is_counted_once_for_each_visitor_and_opens_no_ticket()
    {
        var article = (await WriteManualAsync())[0].Id.Value;
        var path = $"/api/visitor/articles/{article}";
        await using var agent = await TestAgent.OnDutyAsync(Server);
        for (var i = 0; i < 2; i++)
        {
            await using var visitor = await TestVisitor.OpenAsync(Server);
            (await ReadAsync<JsonElement>(await visitor.HttpAsync(HttpMethod.Get, path))).GetProperty("body").GetArrayLength().ShouldBe(1);
            (await visitor.HttpAsync(HttpMethod.Post, $"{path}/helped", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await visitor.HttpAsync(HttpMethod.Post, $"{path}/helped", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await agent.GetAsync($"/api/articles/{article}/use")).GetProperty("helped").GetInt64().ShouldBe(2);
        (await agent.Desk()).Queue.Total.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_shown_stands_on_the_ticket_that_is_opened_and_on_no_other_message()
    {
        var articles = await WriteManualAsync();
        await using var visitor = await TestVisitor.OpenAsync(Server);
        var draft = articles.Single(article => article.State == ArticleState.Draft).Id.Value;
        await visitor.Send("Не печатает", articles: [new(articles[0].Id.Value, Read: true), new(articles[1].Id.Value, Read: false), new(draft, Read: true), new(Guid.NewGuid(), Read: true)]);
        await visitor.Send("И ещё", articles: [new(articles[2].Id.Value, Read: true)]);

        await using var agent = await TestAgent.OnDutyAsync(Server);
        var opened = await agent.TakeNext();

        opened.Ticket.Articles.Select(shown => (shown.Title, shown.Read)).ShouldBe([("Чек не печатается", true), ("Отчёт за смену", false)]);
        opened.Events.Single(e => e.Type == "ArticlesShown").About.ShouldBe("Чек не печатается · Отчёт за смену");
        opened.Ticket.Promise!.Start.ShouldBe(RunningServer.MondayNoon);
    }

    [Fact]
    public async Task Those_who_lead_see_which_articles_helped_and_which_were_shown_to_somebody_who_wrote_all_the_same()
    {
        var articles = await WriteManualAsync();
        await using var helped = await TestVisitor.OpenAsync(Server);
        await helped.HttpAsync(HttpMethod.Post, $"/api/visitor/articles/{articles[1].Id.Value}/helped", new { });
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Не печатает", articles: [new(articles[0].Id.Value, Read: true), new(articles[1].Id.Value, Read: false)]);
        await using var lead = await TestAgent.SignedInAsync(Server, AgentRole.Supervisor);

        (await ServedAsync(lead, "")).ShouldBe([("Отчёт за смену", 1, 1, 0), ("Чек не печатается", 0, 1, 1)]);
        (await ServedAsync(lead, $"?since={Server.Clock.GetCurrentInstant() + Duration.FromSeconds(1)}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_looks_up_too_much_is_stopped_and_can_write_all_the_same_and_what_they_typed_is_nowhere()
    {
        await WriteManualAsync();
        await using var visitor = await TestVisitor.OpenAsync(Server);
        HttpStatusCode[] answers = [.. await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ => (await SearchAsync(visitor, "тайнопись чек")).StatusCode))];

        answers.ShouldContain(HttpStatusCode.TooManyRequests);
        answers.Count(status => status == HttpStatusCode.OK).ShouldBeGreaterThanOrEqualTo(15);
        (await visitor.Send("Пишу")).Sequence.ShouldBe(2);
        Server.Log.Entries.ShouldNotContain(entry => entry.Text.Contains("тайнопись", StringComparison.Ordinal));
        (await Storage.DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("тайнопис");
        using var tooLong = await SearchAsync(await TestVisitor.OpenAsync(Server), new string('а', 501));
        tooLong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<Article[]> WriteManualAsync()
    {
        Article[] articles =
        [
            Written("Чек не печатается", "Проверьте кабель принтера и бумагу.", ["касса"]),
            Written("Отчёт за смену", "Чтобы закрыть смену, откройте отчёт.", []),
            Written("Снимки с рентгена", "Радиовизиограф передаёт снимки по DICOM.", []),
            Written("Черновик о чеках", "Черновик", []) with { State = ArticleState.Draft },
            Written("Receipts", "A receipt is not printed.", []) with { Language = Language.English },
        ];
        foreach (var article in articles)
        {
            await KeepAsync(article, StreamVersion.None, before: null);
        }

        return articles;
    }

    /// <summary>Three hundred that have the one word, and as many that have the other.</summary>
    private async Task FillAsync()
    {
        await using var fill = Server.Database.CreateCommand(
            """
            insert into mt_doc_article (id, data, mt_version)
            select gen_random_uuid(), jsonb_build_object('Language', 'Russian', 'State', 'Published', 'Tags', '[]'::jsonb, 'Title', 'Раздел', 'Body', w), 1
            from generate_series(1, 300), unnest(array['о клинике', 'о документах']) w
            """);
        await fill.ExecuteNonQueryAsync(Cancellation);
    }

    private static Article Written(string title, string body, string[] tags) =>
        new(new(Guid.NewGuid()), Language.Russian, title, body, tags, Product: null, Module: null, ArticleState.Published);

    private async Task KeepAsync(Article article, long version, Article? before)
    {
        var session = Server.Store.OpenSession();
        session.Change(new ArticleChanged(before, article, Authorship.OfDesk(RunningServer.MondayNoon)), version);
        await session.CommitAsync(Cancellation);
    }

    private static async Task<IEnumerable<(string Title, int Helped, int Shown, int Read)>> ServedAsync(TestAgent lead, string query) =>
        from served in (await lead.GetAsync($"/api/articles/use{query}")).EnumerateArray()
        select (served.GetProperty("title").GetString(), served.GetProperty("helped").GetInt32(), served.GetProperty("shown").GetInt32(), served.GetProperty("read").GetInt32());

    private static Task<HttpResponseMessage> SearchAsync(TestVisitor visitor, string typed) => visitor.HttpAsync(HttpMethod.Post, "/api/visitor/articles/search", new { text = typed });

    private static async Task<Found[]> FindAsync(TestVisitor visitor, string typed) => await ReadAsync<Found[]>(await SearchAsync(visitor, typed));

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }

    private sealed record Found(Guid Id, string Title);
}
