using System.Net;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>The product in a process of its own, as in production, with people who have keys.</summary>
internal sealed class ChatUnderTest : IAsyncDisposable
{
    private static readonly string[] Settings = ["--environment=Production", "--Chat:Sites:0:Key=i-stom", "--Chat:Sites:0:Name=i-stom.ru"];
    private readonly string _connectionString;
    private readonly Address _address;
    private readonly ServerUnderTest _server;

    private ChatUnderTest(string connectionString, int port, string? site = null)
    {
        _connectionString = connectionString;
        _address = new(port, $"http://chat.localhost:{port}", $"http://desk.localhost:{port}");
        _server = ServerUnderTest.Start(_address, connectionString, [.. Settings, $"--Chat:Sites:0:Origins:0={site ?? $"http://i-stom.localhost:{port}"}"]);
    }

    public Task<int> ProcessId => _server.ProcessId;

    /// <summary>Where widget and panel come from.</summary>
    public string Origin => _address.ChatOrigin;

    /// <summary>Starts it and waits for nothing.</summary>
    public static ChatUnderTest Start(string connectionString) => new(connectionString, FreePort.Find());

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="connectionString">Its database.</param>
    /// <param name="site">The origin of the site that embeds it, where pages are shown.</param>
    public static async Task<ChatUnderTest> StartAsync(string connectionString, string? site = null)
    {
        var chat = new ChatUnderTest(connectionString, FreePort.Find(), site);
        await chat._server.ReadyAsync();
        return chat;
    }

    /// <summary>New visitors' cookies. All are of a clinic that pays, so that the hour of the run does not matter.</summary>
    public static async Task<IReadOnlyList<string>> AddVisitorsAsync(string connectionString, int count)
    {
        await using var services = new ServiceCollection().AddChatStore(connectionString).BuildServiceProvider();
        var store = services.GetRequiredService<IStore>();
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника", Tariff.Paid);
        await store.AddAsync(clinic);
        var cookies = new string[count];
        await Parallel.ForAsync(0, count, async (i, _) =>
            cookies[i] = $"{VisitorKey.CookieName}={await store.AddVerifiedVisitorAsync(clinic)}");
        return cookies;
    }

    /// <summary>Fetches from the chat's origin, whose name need not resolve here.</summary>
    public HttpClient CreateBrowser()
    {
        var browser = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_address.Port}") };
        browser.DefaultRequestHeaders.Host = new Uri(_address.ChatOrigin).Authority;
        return browser;
    }

    public Task<HubLine> DialVisitorAsync(string cookie) => HubLine.DialAsync(_address.Port, "/hubs/visitor", _address.ChatOrigin, cookie);

    /// <summary>A known visitor, who joins.</summary>
    public async Task<HubLine> OpenPanelAsync(string cookie)
    {
        var line = await DialVisitorAsync(cookie);
        await line.CallAsync("Join", """{"after":0}""");
        return line;
    }

    /// <summary>New visitors who have joined.</summary>
    public async Task<IReadOnlyList<HubLine>> OpenPanelsAsync(int count) =>
        await Task.WhenAll((await AddVisitorsAsync(_connectionString, count)).Select(OpenPanelAsync));

    /// <summary>A new agent, signed in and at the desk.</summary>
    public async Task<HubLine> OpenDeskAsync()
    {
        await using var services = new ServiceCollection().AddChatStore(_connectionString).BuildServiceProvider();
        var account = await services.GetRequiredService<IStore>().AddAgentAsync("Сотрудник", paidSupport: true);
        await using var browser = new TestAgent(_address);
        using var answer = await browser.SignIn(account.Email);
        return answer.StatusCode == HttpStatusCode.NoContent
            ? await HubLine.DialAsync(_address.Port, "/hubs/agent", _address.DeskOrigin, browser.Cookie!)
            : throw new InvalidOperationException($"The agent could not sign in: {answer.StatusCode}");
    }

    /// <summary>The argument of a visitor's or an agent's Send with an id of its own; the texts are as long as people's.</summary>
    public static string Letter(string text = "Не печатается справка для налоговой, помогите, пожалуйста.") =>
        $$"""{"id":"{{Guid.CreateVersion7()}}","text":"{{text}}"}""";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private sealed record Address(int Port, string ChatOrigin, string DeskOrigin) : IServerAddress;
}
