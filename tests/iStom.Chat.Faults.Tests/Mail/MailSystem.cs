using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Faults.Tests.Mail;

/// <summary>A server between mail servers that fall silent when they are told to. Customers are of a clinic with paid support, so that the hour of the run does not matter.</summary>
internal sealed class MailSystem : IAsyncDisposable
{
    public const int Customers = 3;

    private const string Ourselves = "faults";
    private readonly Address _address;
    private readonly NpgsqlDataSource _database;
    private ServerUnderTest _server = null!;
    private string _account = "";

    private MailSystem(string connectionString, int port)
    {
        _address = new(port, $"http://chat.localhost:{port}", $"http://desk.localhost:{port}");
        _database = NpgsqlDataSource.Create($"{connectionString};Application Name={Ourselves}");
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public IncomingServer Incoming { get; } = new();

    public OutgoingServer Outgoing { get; } = new();

    /// <summary>How often the server was killed.</summary>
    public int Kills { get; private set; }

    public static async Task<MailSystem> StartAsync(TestDatabase databases)
    {
        var system = new MailSystem(await databases.CreateMigratedAsync(), FreePort.Find());
        await system.SeedAsync();
        await system.StartServerAsync();
        return system;
    }

    public static string AddressOf(int customer) => $"customer-{customer}@clinic.test";

    /// <summary>Ends the server and whatever it had begun with its database, then lets it begin anew.</summary>
    public async Task KillAsync(IAsyncDisposable? obstacle = null)
    {
        await _server.KillAsync();
        await _server.DisposeAsync();
        Kills++;
        await ExecuteAsync($"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and usename = current_user and application_name <> '{Ourselves}'");
        if (obstacle is not null)
        {
            await obstacle.DisposeAsync();
        }

        (Incoming.Moment, Outgoing.Moment) = (Moment.None, Moment.None);
        await ExecuteAsync("update istom_outbox set leased_until = null");
        await StartServerAsync();
    }

    /// <summary>Lets nobody write to a table, until it is disposed of.</summary>
    public async Task<IAsyncDisposable> ObstructAsync(string table)
    {
        var connection = await _database.OpenConnectionAsync();
        await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"lock table {table} in share mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Waits until so many commits are held up.</summary>
    public Task UntilObstructedAsync(int times = 1) => Eventually.HoldsAsync(async () => await CountAsync("select count(*) from pg_locks where not granted and relation is not null") >= times);

    /// <summary>Waits until every answer that was taken is noted as sent.</summary>
    public Task UntilNotedAsync() => Eventually.HoldsAsync(async () =>
        await CountAsync("select count(*) from mt_events where type = 'reply_mailed'")
        == Outgoing.Taken.Where(mail => !mail.Headers.Has("Auto-Submitted")).DistinctBy(mail => mail.MessageId, StringComparer.Ordinal).Count());

    /// <summary>Waits until nothing is left to leave.</summary>
    public Task UntilSentAsync() => Eventually.HoldsAsync(async () => await CountAsync("select count(*) from istom_outbox where kind = 'mail'") == 0);

    /// <summary>Of all tickets.</summary>
    public async Task<IReadOnlyList<string>> NumbersAsync()
    {
        await using var command = _database.CreateCommand("select array_agg(data ->> 'Number') from mt_doc_ticket");
        return (string[])(await command.ExecuteScalarAsync())!;
    }

    public async Task<TestAgent> AgentAsync()
    {
        var agent = new TestAgent(_address);
        (await agent.SignIn(_account)).EnsureSuccessStatusCode();
        await agent.Connect();
        return agent;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Incoming.DisposeAsync();
        await Outgoing.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task StartServerAsync()
    {
        _server = ServerUnderTest.Start(_address, ConnectionString);
        await _server.ReadyAsync();
    }

    private async Task SeedAsync()
    {
        await using var services = new ServiceCollection().AddChatStore(ConnectionString).BuildServiceProvider();
        var store = services.GetRequiredService<IStore>();
        await store.AddAsync(MailSettings.Default with { MostPerHour = MailSettings.LargestPerHour, MostAcknowledgements = MailSettings.LargestAcknowledgements });
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника", Tariff.Paid);
        await store.AddAsync(clinic);
        for (var customer = 0; customer < Customers; customer++)
        {
            await store.AddAsync(new Visitor
            {
                Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = VisitorKey.Hash(VisitorKey.Create()), Site = "", Clinic = clinic.Id, MailAddress = AddressOf(customer),
            });
        }

        _account = (await store.AddAgentAsync("Ирина", paidSupport: true)).Email;
        var session = store.OpenSession();
        session.Change(new MailboxChanged(Before: null, Box(), Authorship.OfDesk(RunningServer.MondayNoon)), StreamVersion.None);
        await session.CommitAsync(CancellationToken.None);
    }

    private Mailbox Box() => new(
        new(Guid.NewGuid()), "support@desk.test", new("Поддержка", "Support"), Language.Russian, ServerAt(Incoming.Port), "INBOX", ServerAt(Outgoing.Port), IsPaused: false, HandOverHint: null);

    private static MailServer ServerAt(int port) => new("127.0.0.1", port, MailSecurity.PlaintextOnLoopback, User: null, MailSignIn.Password);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private sealed record Address(int Port, string ChatOrigin, string DeskOrigin) : IServerAddress;
}
