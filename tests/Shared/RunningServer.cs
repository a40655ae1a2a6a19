using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;

namespace iStom.Chat.TestSupport;

/// <summary>The real server on a real port and a database of its own; only the clock is ours.</summary>
public sealed class RunningServer : WebApplicationFactory<Program>, IServerAddress
{
    /// <summary>A Monday noon in a week without holidays.</summary>
    public static readonly Instant MondayNoon = Moscow.At(2026, 11, 23, 12, 0);

    public const string Password = TestAccounts.Password;

    private readonly string _connectionString;

    private readonly Action<IWebHostBuilder>? _configure;

    /// <summary>Where its database is dropped with it, when that is its own.</summary>
    private TestDatabase? _databases;

    private RunningServer(string connectionString, Action<IWebHostBuilder>? configure) => (_connectionString, _configure) = (connectionString, configure);

    /// <summary>What the server has logged.</summary>
    public LogRecorder Log { get; } = new();

    public FakeClock Clock { get; } = new(MondayNoon);

    public int Port { get; } = FreePort.Find();

    public string LedgerPath { get; } = Path.Combine(TestFolder.New(), "erasures.txt");

    /// <summary>Where uploaded files are.</summary>
    public string AttachmentFolder => Path.Combine(Path.GetDirectoryName(LedgerPath)!, "attachments");

    public string ChatOrigin => $"http://chat.localhost:{Port}";

    public string DeskOrigin => $"http://desk.localhost:{Port}";

    public string SiteOrigin(string host = "i-stom") => $"http://{host}.localhost:{Port}";

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public IStore Store => Services.GetRequiredService<IStore>();

    /// <param name="databases">Where its database is made.</param>
    /// <param name="configure">Settings and services of this test's own.</param>
    public static async Task<RunningServer> StartAsync(TestDatabase databases, Action<IWebHostBuilder>? configure = null)
    {
        var server = Start(await databases.CreateMigratedAsync(), configure);
        server._databases = databases;
        return server;
    }

    /// <summary>On a database that is there already, and that it leaves there.</summary>
    public static RunningServer Start(string connectionString, Action<IWebHostBuilder>? configure = null)
    {
        var server = new RunningServer(connectionString, configure);
        server.UseKestrel(server.Port);
        server.StartServer();
        return server;
    }

    /// <inheritdoc cref="TestAccounts.AddAgentAsync"/>
    public Task<Agent> AddAgentAsync(string name = "Сотрудник", bool paidSupport = false, params AgentRole[] roles) =>
        Store.AddAgentAsync(name, paidSupport, roles);

    /// <summary>An account that can sign in and do nothing.</summary>
    public Task<Agent> AddAgentWithoutRoleAsync() => Store.AddAgentWithAsync("Никто", paidSupport: false, []);

    /// <inheritdoc cref="TestAccounts.AddVerifiedVisitorAsync"/>
    public Task<string> AddVerifiedVisitorAsync(Clinic clinic) => Store.AddVerifiedVisitorAsync(clinic);

    public Task StoreAsync<T>(T document)
        where T : class =>
        Store.AddAsync(document);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Path.GetDirectoryName(LedgerPath) is { } folder && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (_databases is not null)
        {
            await _databases.DropAsync(_connectionString);
        }

        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Chat", _connectionString);
        builder.UseSetting("ErasureLedger", LedgerPath);
        builder.UseSetting("Attachments:Folder", AttachmentFolder);
        builder.UseSetting("Urls", $"http://127.0.0.1:{Port}");
        // A busy machine may take its time to stop, too.
        builder.UseSetting("Stop:Rest", "00:02:00");
        builder.UseSetting("Chat:ChatOrigin", ChatOrigin);
        builder.UseSetting("Chat:DeskOrigin", DeskOrigin);
        string[] hosts = ["i-stom", "cloud.i-stom", "support.i-stom"];
        foreach (var (i, host) in hosts.Index())
        {
            builder.UseSetting($"Chat:Sites:{i}:Origins:0", SiteOrigin(host));
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IClock>(Clock)));
        _configure?.Invoke(builder);
    }
}
