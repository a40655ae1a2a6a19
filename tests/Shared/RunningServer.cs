using System.Net;
using System.Net.Sockets;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;

namespace iStom.Chat.TestSupport;

/// <summary>The real server on a real port and a database of its own; only the clock is ours.</summary>
public sealed class RunningServer : WebApplicationFactory<Program>
{
    /// <summary>A Monday noon in a week without holidays.</summary>
    public static readonly Instant MondayNoon = Moscow.At(2026, 11, 23, 12, 0);

    public const string Password = "a password of the tests";

    private readonly string _connectionString;

    private RunningServer(string connectionString) => _connectionString = connectionString;

    public FakeClock Clock { get; } = new(MondayNoon);

    public int Port { get; } = FreePort();

    public string LedgerPath { get; } = Path.Combine(TestFolder.New(), "erasures.txt");

    public string ChatOrigin => $"http://chat.localhost:{Port}";

    public string DeskOrigin => $"http://desk.localhost:{Port}";

    public string SiteOrigin(string host = "i-stom") => $"http://{host}.localhost:{Port}";

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<RunningServer> StartAsync(TestDatabase databases)
    {
        var server = new RunningServer(await databases.CreateMigratedAsync());
        server.UseKestrel(server.Port);
        server.StartServer();
        return server;
    }

    /// <summary>An account that can sign in with <see cref="Password"/>.</summary>
    public async Task<Agent> AddAgentAsync(string name = "Сотрудник", bool paidSupport = false, params AgentRole[] roles)
    {
        var id = Guid.NewGuid();
        var hash = new PasswordHasher<Agent>().HashPassword(null!, Password);
        var agent = new Agent
        {
            Id = new(id), Email = $"{id:N}@example.org", Name = name, PasswordHash = hash, PaidSupport = paidSupport,
            Roles = roles is [] ? [AgentRole.Agent] : roles,
        };
        await StoreAsync(agent);
        return agent;
    }

    /// <summary>A browser that is known as a user of a clinic, and the key for its cookie.</summary>
    public async Task<string> AddVerifiedVisitorAsync(Clinic clinic)
    {
        var key = VisitorKey.Create();
        await StoreAsync(new Visitor
        {
            Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = VisitorKey.Hash(key), Site = "cloud", Clinic = clinic.Id,
        });
        return key;
    }

    public async Task StoreAsync<T>(T document)
        where T : class
    {
        var session = Services.GetRequiredService<IStore>().OpenSession();
        session.Store(document, StreamVersion.None, 1);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Path.GetDirectoryName(LedgerPath) is { } folder && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Chat", _connectionString);
        builder.UseSetting("ErasureLedger", LedgerPath);
        builder.UseSetting("Urls", $"http://127.0.0.1:{Port}");
        builder.UseSetting("Chat:ChatOrigin", ChatOrigin);
        builder.UseSetting("Chat:DeskOrigin", DeskOrigin);
        string[] hosts = ["i-stom", "cloud.i-stom", "support.i-stom"];
        foreach (var (i, host) in hosts.Index())
        {
            builder.UseSetting($"Chat:Sites:{i}:Origins:0", SiteOrigin(host));
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IClock>(Clock)));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
