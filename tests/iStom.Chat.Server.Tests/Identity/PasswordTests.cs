using System.Net;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>Length counts; what everybody guesses first is refused.</summary>
public sealed class PasswordTests(TestDatabase databases) : ServerTest(databases)
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("Password2026!")]
    [InlineData("P@ssw0rd12345")]
    [InlineData("qwertyuiop[]")]
    [InlineData("qwerty123456")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("abcdefghijklmn")]
    [InlineData("iloveyou2024")]
    [InlineData("adminadmin123")]
    [InlineData("йцукенгшщзхъ")]
    [InlineData("пароль123456")]
    [InlineData("iStomChat2026")]
    [InlineData("sotrudnik12345")]
    [InlineData("Сотрудник-Второй1")]
    [InlineData("vtoroy.sotrudnik@example.org")]
    public void What_is_guessed_first_is_refused(string password) =>
        PasswordRules.Check(password, "vtoroy.sotrudnik@example.org", "Сотрудник Второй").ShouldNotBeNull(password).Code.ShouldBe("password-too-common", password);

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("тихий омут за рекой")]
    [InlineData("xK7#mQ2$vL9p")]
    [InlineData("gravelwombatteal")]
    [InlineData("a password of the tests")]
    public void What_is_long_and_one_s_own_is_taken(string password) => PasswordRules.Check(password, "vtoroy.sotrudnik@example.org", "Сотрудник Второй").ShouldBeNull();

    [Fact]
    public void Length_is_the_first_thing()
    {
        PasswordRules.Check("xK7#mQ2$vL9", "a@example.org", "Сотрудник А")!.Code.ShouldBe("password-too-short");
        PasswordRules.Check(new string('x', 201), "a@example.org", "Сотрудник А")!.Code.ShouldBe("password-too-long");
    }

    [Fact]
    public async Task A_new_password_ends_all_other_sign_ins_and_this_one_goes_on()
    {
        var account = await Server.AddAgentAsync();
        var (here, elsewhere) = (Owned(new TestAgent(Server)), Owned(new TestAgent(Server)));
        foreach (var agent in new[] { here, elsewhere })
        {
            await agent.SignIn(account.Email);
            await agent.Connect();
        }

        await here.TakeAntiforgeryTokenAsync();
        (await here.RefusalAsync(HttpMethod.Post, "/api/account/password", new { current = "a wrong password", password = "gravelwombatteal" })).ShouldBe("wrong-password");
        (await here.RefusalAsync(HttpMethod.Post, "/api/account/password", new { current = TestAccounts.Password, password = "password1234" })).ShouldBe("password-too-common");

        (await here.RefusalAsync(HttpMethod.Post, "/api/account/password", new { current = TestAccounts.Password, password = "gravelwombatteal" })).ShouldBeNull();

        await elsewhere.Closed;
        (await elsewhere.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await here.Desk()).Me.Id.ShouldBe(account.Id.Value);
        (await here.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TestAgent.CodeAsync(await elsewhere.SignIn(account.Email))).ShouldBe("bad-credentials");
        (await elsewhere.SignIn(account.Email, "gravelwombatteal")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_password_cannot_be_guessed_at_an_unlocked_desk()
    {
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent));
        for (var i = 0; i < 5; i++)
        {
            (await agent.RefusalAsync(HttpMethod.Post, "/api/account/totp", new { password = "a wrong password" })).ShouldBe("wrong-password");
        }

        (await agent.RefusalAsync(HttpMethod.Post, "/api/account/totp", new { password = TestAccounts.Password })).ShouldBe("locked-out");
    }
}
