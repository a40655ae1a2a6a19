using System.Net;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>Whoever guesses passwords locks themselves out, and not the owner.</summary>
public sealed class LockoutTests(TestDatabase databases) : ServerTest(databases)
{
    private const string Wrong = "a wrong password";

    [Fact]
    public async Task Five_wrong_passwords_lock_their_network_out_for_five_minutes()
    {
        var account = await Server.AddAgentAsync();
        await GuessAsync(account.Email, "203.0.113.7", 5);

        (await TryAsync(account.Email, "203.0.113.99")).ShouldBe("locked-out", "the same /24, and the right password");
        (await TryAsync(account.Email, "203.0.114.7")).ShouldBeNull("another network");
        Server.Clock.Advance(Duration.FromMinutes(5));
        (await TryAsync(account.Email, "203.0.113.99")).ShouldBeNull();
    }

    [Fact]
    public async Task Of_IPv6_the_network_is_what_one_subscriber_has()
    {
        var account = await Server.AddAgentAsync();
        await GuessAsync(account.Email, "2001:db8:1:2::7", 5);

        (await TryAsync(account.Email, "2001:db8:1:2:ffff::9")).ShouldBe("locked-out");
        (await TryAsync(account.Email, "2001:db8:1:3::7")).ShouldBeNull();
    }

    [Fact]
    public async Task Strangers_of_many_networks_are_slowed_down_together_and_a_known_browser_is_not()
    {
        var account = await Server.AddAgentAsync();
        var owner = Owned(new TestAgent(Server));
        await owner.SignIn(account.Email);
        for (var network = 0; network < 25; network++)
        {
            await GuessAsync(account.Email, $"198.51.{network}.1", 4);
        }

        (await TryAsync(account.Email, "192.0.2.1")).ShouldBe("locked-out", "a network that has not guessed yet");
        (await owner.SignIn(account.Email)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Server.Clock.Advance(Duration.FromHours(1));
        (await TryAsync(account.Email, "192.0.2.1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_known_browser_may_not_guess_for_ever_either()
    {
        var account = await Server.AddAgentAsync();
        var owner = Owned(new TestAgent(Server));
        await owner.SignIn(account.Email);
        for (var i = 0; i < 5; i++)
        {
            (await TestAgent.CodeAsync(await owner.SignIn(account.Email, Wrong))).ShouldBe("bad-credentials");
        }

        (await TestAgent.CodeAsync(await owner.SignIn(account.Email))).ShouldBe("locked-out");
        (await TryAsync(account.Email, "192.0.2.1")).ShouldBeNull("another place");
    }

    [Fact]
    public async Task A_browser_that_is_known_to_one_account_is_a_stranger_to_another()
    {
        var (mine, other) = (await Server.AddAgentAsync(), await Server.AddAgentAsync());
        var browser = Owned(new TestAgent(Server));
        await browser.SignIn(mine.Email);
        await GuessAsync(other.Email, "127.0.0.1", 5);

        (await TestAgent.CodeAsync(await browser.SignIn(other.Email))).ShouldBe("locked-out");
        (await browser.SignIn(mine.Email)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Being_locked_out_does_not_tell_whether_there_is_an_account()
    {
        await GuessAsync("nobody@example.org", "203.0.113.7", 5);

        (await TryAsync("nobody@example.org", "203.0.113.7")).ShouldBe("locked-out");
        (await TryAsync("NOBODY@example.org ", "203.0.114.7")).ShouldBe("bad-credentials");
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_counted_each()
    {
        var account = await Server.AddAgentAsync();

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync(account.Email, "203.0.113.7", Wrong)));

        told.Count(code => code == "bad-credentials").ShouldBe(5);
    }

    private async Task GuessAsync(string email, string address, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await TryAsync(email, address, Wrong)).ShouldBe("bad-credentials");
        }
    }

    private async Task<string?> TryAsync(string email, string address, string password = TestAccounts.Password)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var asked = new SignIn(email, password, Code: null, new SignInSource(IPAddress.Parse(address)));
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(asked, TestContext.Current.CancellationToken)).Refusal?.Code;
    }
}
