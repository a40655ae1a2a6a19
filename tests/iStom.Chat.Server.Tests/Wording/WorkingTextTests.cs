using System.Text.Json;
using System.Text.RegularExpressions;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Wording;

/// <summary>What both faces say by themselves is worded by supervisors, and holds for the next that is opened.</summary>
public sealed partial class WorkingTextTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task A_text_is_in_the_next_document_of_every_site_beside_the_sites_own_until_it_is_taken_back()
    {
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var site = (await lead.GetAsync("/api/sites")).GetProperty("items").EnumerateArray().First();
        (await lead.RefusalAsync(HttpMethod.Put, $"/api/sites/{site.GetProperty("id").GetString()}", Greeted(site))).ShouldBeNull();
        var key = site.GetProperty("key").GetString()!;

        (await lead.RefusalAsync(HttpMethod.Put, "/api/texts/notice.Opened", new { version = 0, russian = " Заявка {number} у нас " })).ShouldBeNull();

        (await WordsAsync(key, "ru")).ShouldBe(["empty.text = Здравствуйте", "notice.Opened = Заявка {number} у нас"], ignoreOrder: true);
        (await WordsAsync(key, "en")).ShouldBeEmpty("nothing was written in English");
        (await lead.RefusalAsync(HttpMethod.Put, "/api/texts/notice.Opened", new { version = 0, russian = "Иначе {number}" })).ShouldBe("changed-meanwhile");
        (await lead.RefusalAsync(HttpMethod.Put, "/api/texts/notice.Opened", new { version = 1, russian = "", english = "" })).ShouldBeNull();
        (await WordsAsync(key, "ru")).ShouldBe(["empty.text = Здравствуйте"]);
        var audit = (await lead.GetAsync("/api/audit?kind=WorkingText")).GetProperty("items").EnumerateArray().ToList();
        audit.Select(line => (TextOf(line, "before"), TextOf(line, "after"))).ShouldBe([("Заявка {number} у нас", ""), (null, "Заявка {number} у нас")]);
    }

    [Fact]
    public async Task A_text_of_the_desk_is_told_to_staff_in_their_language_and_stands_in_no_panel()
    {
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent));
        await agent.Connect();
        var english = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent));
        await english.Connect("en");

        (await lead.RefusalAsync(HttpMethod.Put, "/api/texts/staff.queue.empty", new { version = 0, russian = "Пусто: звоните тем, кто просил" })).ShouldBeNull();

        (await agent.Desk()).Words.ShouldHaveSingleItem().ShouldBe(new("queue.empty", "Пусто: звоните тем, кто просил"));
        (await english.Desk()).Words.ShouldBeEmpty("nothing was written in English");
        (await WordsAsync("i-stom", "ru")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_panel_does_not_say_or_cannot_fill_in_is_refused_and_changes_nothing()
    {
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));

        (await lead.RefusalAsync(HttpMethod.Put, "/api/texts/send", new { russian = "Послать" })).ShouldBe("text-not-found");
        (await lead.RefusalAsync(HttpMethod.Put, "/api/texts/desk.closed", new { russian = "До {due}" })).ShouldBe("unknown-placeholder");
        (await lead.RefusalAsync(HttpMethod.Put, "/api/texts/desk.closed", new { russian = "До {when}", english = "Closed" })).ShouldBe("placeholder-missing");
        (await lead.RefusalAsync(HttpMethod.Put, "/api/texts/desk.closed", new { russian = "До {when}", english = new string('a', 101) })).ShouldBe("text-too-long");

        (await lead.GetAsync("/api/texts")).EnumerateArray().ShouldAllBe(text => text.GetProperty("version").GetInt64() == 0);
    }

    private static object Greeted(JsonElement site) => new
    {
        version = site.GetProperty("version").GetInt64(),
        name = site.GetProperty("name").GetString(),
        origins = site.GetProperty("origins"),
        greetingRussian = "Здравствуйте",
        position = "Right",
    };

    private static string? TextOf(JsonElement line, string side) =>
        line.GetProperty(side) is { ValueKind: JsonValueKind.Object } text ? text.GetProperty("text").GetProperty("russian").GetString() : null;

    private async Task<IEnumerable<string>> WordsAsync(string site, string locale)
    {
        await using var visitor = new TestVisitor(Server);
        using var answer = await visitor.HttpAsync(HttpMethod.Get, $"/frame?site={site}&locale={locale}");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var settings = JsonDocument.Parse(Settings().Match(page).Groups["json"].Value);
        return [.. settings.RootElement.GetProperty("words").EnumerateObject().Select(word => $"{word.Name} = {word.Value.GetString()}")];
    }

    [GeneratedRegex("""id="istom-frame">(?<json>.*?)</script>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Settings();
}
