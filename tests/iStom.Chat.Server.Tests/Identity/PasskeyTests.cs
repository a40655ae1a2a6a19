using System.Net;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>A passkey signs in by itself: from our own page, once per question, with its holder verified.</summary>
public sealed class PasskeyTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task A_passkey_signs_its_owner_in_without_password_and_address()
    {
        using var key = new SoftwareAuthenticator(Server.DeskOrigin);
        var owner = await AddAsync(key);
        var browser = Owned(new TestAgent(Server));

        (await SignInAsync(browser, key)).ShouldBeNull();
        (await SignInAsync(browser, key)).ShouldBeNull("again, with a higher counter");

        (await browser.GetAsync("/api/account/me")).GetProperty("id").GetGuid().ShouldBe(owner.Account.Value);
        (await browser.GetAsync("/api/account/security")).GetProperty("passkeys")[0].GetProperty("name").GetString().ShouldBe("Ноутбук");
    }

    [Fact]
    public async Task An_answer_serves_once_and_in_time()
    {
        using var key = new SoftwareAuthenticator(Server.DeskOrigin);
        await AddAsync(key);
        var browser = Owned(new TestAgent(Server));
        var question = await browser.PostAsync("/api/account/passkey-sign-in/begin");
        var answer = new { challenge = question.GetProperty("challenge").GetGuid(), credential = key.Get(question.GetProperty("options")) };

        (await browser.RefusalAsync(HttpMethod.Post, "/api/account/passkey-sign-in", answer)).ShouldBeNull();
        (await browser.RefusalAsync(HttpMethod.Post, "/api/account/passkey-sign-in", answer)).ShouldBe("passkey-failed");

        question = await browser.PostAsync("/api/account/passkey-sign-in/begin");
        Server.Clock.Advance(PasskeyChallenge.AnswerLimit);
        (await AnswerAsync(browser, question, key.Get(question.GetProperty("options")))).ShouldBe("passkey-failed");
    }

    [Fact]
    public async Task A_foreign_page_an_unverified_holder_and_an_unknown_key_are_refused()
    {
        using var key = new SoftwareAuthenticator(Server.DeskOrigin);
        using var unknown = new SoftwareAuthenticator(Server.DeskOrigin);
        await AddAsync(key);
        var browser = Owned(new TestAgent(Server));

        (await SignInAsync(browser, key, options => key.Get(options, fromOrigin: "https://evil.example"))).ShouldBe("passkey-failed");
        (await SignInAsync(browser, key, options => key.Get(options, verified: false))).ShouldBe("passkey-failed");
        (await SignInAsync(browser, key, options => unknown.Get(options))).ShouldBe("passkey-failed");
        (await SignInAsync(browser, key, _ => new { })).ShouldBe("passkey-failed");
        (await SignInAsync(browser, key)).ShouldBeNull();
    }

    [Fact]
    public async Task A_question_put_to_one_is_not_answered_by_another()
    {
        using var key = new SoftwareAuthenticator(Server.DeskOrigin);
        var (one, other) = (Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent)), Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent)));
        var question = await one.PostAsync("/api/account/passkeys/begin", new { password = TestAccounts.Password });
        var made = new { challenge = question.GetProperty("challenge").GetGuid(), credential = key.Create(question.GetProperty("options")), name = "Ноутбук" };

        (await other.RefusalAsync(HttpMethod.Post, "/api/account/passkeys", made)).ShouldBe("passkey-failed");
    }

    [Fact]
    public async Task A_removed_passkey_and_that_of_a_disabled_account_open_nothing()
    {
        using var key = new SoftwareAuthenticator(Server.DeskOrigin);
        using var second = new SoftwareAuthenticator(Server.DeskOrigin);
        var owner = await AddAsync(key);
        await AddAsync(second, owner);
        var browser = Owned(new TestAgent(Server));

        (await owner.RefusalAsync(HttpMethod.Post, $"/api/account/passkeys/{key.Id}/remove", new { password = "a wrong password" })).ShouldBe("wrong-password");
        (await owner.RefusalAsync(HttpMethod.Post, $"/api/account/passkeys/{key.Id}/remove", new { password = TestAccounts.Password })).ShouldBeNull();
        (await SignInAsync(browser, key)).ShouldBe("passkey-failed");
        (await SignInAsync(browser, second)).ShouldBeNull();

        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        await administrator.RefusalAsync(HttpMethod.Post, $"/api/agents/{owner.Account.Value}/disable");
        (await SignInAsync(browser, second)).ShouldBe("passkey-failed");
    }

    private async Task<TestAgent> AddAsync(SoftwareAuthenticator key, TestAgent? owner = null)
    {
        owner ??= Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent));
        var question = await owner.PostAsync("/api/account/passkeys/begin", new { password = TestAccounts.Password });
        var made = new { challenge = question.GetProperty("challenge").GetGuid(), credential = key.Create(question.GetProperty("options")), name = "Ноутбук" };
        (await owner.RefusalAsync(HttpMethod.Post, "/api/account/passkeys", made)).ShouldBeNull();
        return owner;
    }

    private static async Task<string?> SignInAsync(TestAgent browser, SoftwareAuthenticator key, Func<JsonElement, object>? answer = null)
    {
        var question = await browser.PostAsync("/api/account/passkey-sign-in/begin");
        var options = question.GetProperty("options");
        return await AnswerAsync(browser, question, answer is null ? key.Get(options) : answer(options));
    }

    private static Task<string?> AnswerAsync(TestAgent browser, JsonElement question, object credential) =>
        browser.RefusalAsync(HttpMethod.Post, "/api/account/passkey-sign-in", new { challenge = question.GetProperty("challenge").GetGuid(), credential });
}
