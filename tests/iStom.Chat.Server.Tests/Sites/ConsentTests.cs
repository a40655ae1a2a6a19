using System.Net;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Sites;

/// <summary>What a site tells its visitors about their personal data, and that they have agreed.</summary>
public sealed class ConsentTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task Where_consent_is_asked_for_the_first_message_needs_it_and_it_is_noted()
    {
        var admin = await AdministratorAsync();
        await NoticeAsync(admin, needsConsent: true);
        await using var visitor = await TestVisitor.OpenAsync(Server);

        (await TestClient.RefusalOf(() => visitor.Send("Без согласия"))).ShouldBe("consent-missing");
        (await visitor.Join()).LastSequence.ShouldBe(0);
        (await visitor.Send("С согласием", consent: true)).Sequence.ShouldBe(3);
        (await visitor.Send("И ещё")).Sequence.ShouldBe(5);

        var card = await admin.GetAsync($"/api/visitors/{await VisitorAsync(admin)}");
        card.GetProperty("consentAt").GetString().ShouldNotBeNull();
        (await HtmlAsync(visitor)).ShouldContain("\"link\":\"https://example.org/privacy\",\"needsConsent\":true");
    }

    [Fact]
    public async Task A_notice_that_only_informs_keeps_nobody_from_writing()
    {
        var admin = await AdministratorAsync();
        await NoticeAsync(admin, needsConsent: false);
        await using var visitor = await TestVisitor.OpenAsync(Server);

        await visitor.Send("Пишу");

        (await admin.GetAsync($"/api/visitors/{await VisitorAsync(admin)}")).GetProperty("consentAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("", "https://example.org", "notice-missing")]
    [InlineData("Текст", "javascript:alert(1)", "link-malformed")]
    public async Task What_is_no_notice_is_refused(string text, string link, string code)
    {
        var admin = await AdministratorAsync();

        (await admin.RefusalAsync(HttpMethod.Put, $"/api/sites/{await SiteAsync(admin)}", Body(text, link, needsConsent: true))).ShouldBe(code);
    }

    private async Task<TestAgent> AdministratorAsync()
    {
        var admin = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        await admin.TakeAntiforgeryTokenAsync();
        return admin;
    }

    private async Task NoticeAsync(TestAgent admin, bool needsConsent)
    {
        using var changed = await admin.HttpAsync(HttpMethod.Put, $"/api/sites/{await SiteAsync(admin)}", Body("Мы храним то, что вы напишете.", "https://example.org/privacy", needsConsent));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK, await changed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private object Body(string text, string link, bool needsConsent) =>
        new { version = 0, name = "i-stom.ru", origins = new[] { Server.SiteOrigin() }, position = "Right", noticeRussian = text, noticeLink = link, needsConsent };

    private static async Task<string?> SiteAsync(TestAgent admin) =>
        (await admin.GetAsync("/api/sites")).GetProperty("items").EnumerateArray().Single(site => site.GetProperty("key").GetString() == "i-stom").GetProperty("id").GetString();

    private static async Task<Guid> VisitorAsync(TestAgent admin) => (await admin.GetAsync("/api/queue")).GetProperty("items")[0].GetProperty("ticket").GetProperty("visitorId").GetGuid();

    private static async Task<string> HtmlAsync(TestVisitor visitor)
    {
        using var frame = await visitor.HttpAsync(HttpMethod.Get, "/frame?site=i-stom&locale=en");
        return await frame.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
