using System.Diagnostics;
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
    private readonly string _connectionString;
    private readonly Address _address;
    private ServerUnderTest _server = null!;

    private ChatUnderTest(string connectionString, int port)
    {
        _connectionString = connectionString;
        _address = new(port, $"http://chat.localhost:{port}", $"http://desk.localhost:{port}");
    }

    public int Port => _address.Port;

    public Task<int> ProcessId => _server.ProcessId;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ChatUnderTest> StartAsync(string connectionString)
    {
        var chat = new ChatUnderTest(connectionString, FreePort.Find());
        chat._server = await ServerUnderTest.StartAsync(chat._address, connectionString, "--environment=Production");
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

    public Task<HubLine> DialVisitorAsync(string cookie) => HubLine.DialAsync(Port, "/hubs/visitor", _address.ChatOrigin, cookie);

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
            ? await HubLine.DialAsync(Port, "/hubs/agent", _address.DeskOrigin, browser.Cookie!)
            : throw new InvalidOperationException($"The agent could not sign in: {answer.StatusCode}");
    }

    /// <summary>The argument of a visitor's or an agent's Send with an id of its own; the texts are as long as people's.</summary>
    public static string Letter(string text = "Не печатается справка для налоговой, помогите, пожалуйста.") =>
        $$"""{"id":"{{Guid.CreateVersion7()}}","text":"{{text}}"}""";

    /// <summary>Bytes of the machine's memory that a process holds.</summary>
    public static double MemoryOf(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.WorkingSet64;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<HubLine> OpenPanelAsync(string cookie)
    {
        var line = await DialVisitorAsync(cookie);
        await line.CallAsync("Join", """{"after":0}""");
        return line;
    }

    private sealed record Address(int Port, string ChatOrigin, string DeskOrigin) : IServerAddress;
}
