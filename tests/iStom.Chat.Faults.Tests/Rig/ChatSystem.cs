using System.Collections.Concurrent;
using System.Net;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Network;
using iStom.Chat.Faults.Tests.Workload;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>
/// Database, server and proxy, each of which can be broken by itself, and accounts for a crowd. All tickets are paid
/// ones and all agents may serve them, so that the hour of the run does not matter.
/// </summary>
internal sealed class ChatSystem : IAsyncDisposable
{
    private readonly DatabaseUnderTest _database;
    private readonly Address _address;
    private readonly List<string> _visitors = [];
    private readonly List<string> _agents = [];
    private readonly List<Guid> _conversations = [];
    private readonly List<Guid> _accounts = [];
    private readonly List<FaultyProxy> _networks = [];
    private ServerUnderTest _server = null!;

    private ChatSystem(DatabaseUnderTest database, Address address)
    {
        (_database, _address, Proxy) = (database, address, new FaultyProxy(address.Port));
        Exchange = ExchangeThrough(Proxy);
    }

    public FaultyProxy Proxy { get; }

    public ConcurrentDictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>For clients: through the proxy.</summary>
    public HubExchange Exchange { get; }

    public IReadOnlyList<Guid> Conversations => _conversations;

    public IReadOnlyList<Guid> Accounts => _accounts;

    /// <summary>What the server wrote last, for who looks into a finding.</summary>
    public IReadOnlyList<string> ServerSaid => _server.Said;

    /// <param name="visitors">With a conversation each; the first are the crowd's.</param>
    public static async Task<ChatSystem> StartAsync(int visitors = Crowd.Visitors)
    {
        var port = FreePort.Find();
        var address = new Address(port, $"http://chat.localhost:{port}", $"http://desk.localhost:{port}");
        var system = new ChatSystem(await DatabaseUnderTest.StartAsync(), address);
        var accounts = await system.SeedAsync(visitors);
        await system.StartServerAsync();
        await system.SignInAsync(accounts);
        return system;
    }

    /// <summary>A network of somebody's own: what befalls it befalls nobody else.</summary>
    public (FaultyProxy Network, HubExchange Exchange) NewNetwork()
    {
        var network = new FaultyProxy(_address.Port);
        _networks.Add(network);
        return (network, ExchangeThrough(network));
    }

    /// <summary>For clients in number: no proxy in between, and more patience.</summary>
    public HubExchange DirectExchange(TimeSpan limit) => new(_address, _visitors, _agents) { Limit = limit };

    public async Task KillServerAsync()
    {
        await _server.KillAsync();
        await _server.DisposeAsync();
        Count("server killed");
    }

    public async Task StartServerAsync() => _server = await ServerUnderTest.StartAsync(_address, _database.ConnectionString);

    /// <summary>QUIT or KILL.</summary>
    public async Task CrashDatabaseAsync(string signal)
    {
        await _database.CrashAsync(signal);
        Count($"database ended by {signal}");
    }

    /// <summary>A server that is up is not touched: it has to find its database again.</summary>
    public async Task StartDatabaseAsync(bool isServerUp = true)
    {
        await _database.RestartAsync();
        await (isServerUp ? _server.ReadyAsync() : StartServerAsync());
    }

    /// <inheritdoc cref="DatabaseUnderTest.BecomeHastyAsync"/>
    public Task MakeDatabaseHastyAsync() => _database.BecomeHastyAsync();

    public Task<IReadOnlyList<Fact>> ReadFactsAsync() => FactReader.ReadAsync(_database.ConnectionString);

    /// <inheritdoc cref="DatabaseUnderTest.ForgetPresenceAsync"/>
    public Task ForgetPresenceAsync(params Guid[] agents) => _database.ForgetPresenceAsync(agents);

    public void Count(string fault) => Faults.AddOrUpdate(fault, 1, (_, count) => count + 1);

    public async ValueTask DisposeAsync()
    {
        foreach (var network in _networks.Append(Proxy))
        {
            await network.DisposeAsync();
        }

        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<IReadOnlyList<Agent>> SeedAsync(int visitors)
    {
        await using var services = new ServiceCollection().AddChatStore(_database.ConnectionString).BuildServiceProvider();
        await Migration.ApplyAsync(services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None);
        var store = services.GetRequiredService<IStore>();
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника", Tariff.Paid);
        await store.AddAsync(clinic);
        foreach (var some in Enumerable.Range(0, visitors).Chunk(32))
        {
            var added = await Task.WhenAll(some.Select(_ => store.AddVisitorAsync(clinic)));
            _visitors.AddRange(added.Select(one => $"{VisitorKey.CookieName}={one.Key}"));
            _conversations.AddRange(added.Select(one => one.Visitor.Conversation.Value));
        }

        return [.. await Task.WhenAll(Enumerable.Range(0, Crowd.Agents).Select(i => store.AddAgentAsync(AgentClient.NameOf(i), paidSupport: true)))];
    }

    private async Task SignInAsync(IReadOnlyList<Agent> accounts)
    {
        foreach (var account in accounts)
        {
            await using var agent = new TestAgent(_address);
            (await agent.SignIn(account.Email)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            _agents.Add(agent.Cookie!);
            _accounts.Add(account.Id.Value);
        }
    }

    private HubExchange ExchangeThrough(FaultyProxy network) => new(_address with { Port = network.Port }, _visitors, _agents);

    private sealed record Address(int Port, string ChatOrigin, string DeskOrigin) : IServerAddress;
}
