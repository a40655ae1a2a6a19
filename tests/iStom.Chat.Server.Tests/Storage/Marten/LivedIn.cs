using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Mailboxes;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace iStom.Chat.Server.Tests.Storage.Marten;

/// <summary>A database in which the product has lived for a while, all of it written by the default writer.</summary>
internal static class LivedIn
{
    private const int Steps = 300;

    /// <summary>As long as it may go on for a document of each kind; a kind that no command writes is for the test to name.</summary>
    private const int MostSteps = 10 * Steps;

    public static Task<string> CreateAsync(TestDatabase databases) => databases.CreateDatabaseAsync("lived-in", LiveAsync);

    private static async Task LiveAsync(string connectionString)
    {
        await using var server = RunningServer.Start(connectionString, UseDefaultWriter);
        var agent = await server.AddAgentAsync();
        var run = new RandomRun(server, seed: 4);
        await run.BeginAsync();
        var missed = run.Commands.Keys.ToHashSet();
        for (var i = 0; i < Steps || (i < MostSteps && (missed.Count > 0 || !await IsWorkedOnAsync(server) || !await HoldsEveryKindAsync(server))); i++)
        {
            if (i % Steps == 0)
            {
                await AddWhatNoCommandWritesAsync(server, agent.Id);
            }

            if (await run.StepAsync(missed) is { } given)
            {
                missed.Remove(given);
            }
        }
    }

    /// <summary>Again and again: retention takes some of it away.</summary>
    private static async Task AddWhatNoCommandWritesAsync(RunningServer server, AgentId agent)
    {
        await server.StoreAsync(new AgentSession(Guid.NewGuid(), agent, "stamp", RunningServer.MondayNoon, EndedAt: null));
        await server.StoreAsync(new DataProtectionKey(Guid.NewGuid(), "<key/>"));
        await server.StoreAsync(new PasskeyChallenge(Guid.NewGuid(), "state", agent, RunningServer.MondayNoon));
        await server.StoreAsync(new UsedToken(Guid.NewGuid(), RunningServer.MondayNoon));
        await server.StoreAsync(new SigningSecret(Guid.NewGuid(), "sealed"));
        await server.StoreAsync(new MailboxHealth(new(Guid.NewGuid())) { Incoming = new(RunningServer.MondayNoon, FailedAt: null, Code: null, Words: null), Last = new(7, 42) });
        await server.StoreAsync(new IntegrationHealth(Guid.NewGuid(), RunningServer.MondayNoon));
        await server.StoreAsync(new RemoteAccess(new(Guid.NewGuid()), new(Guid.NewGuid()), "sealed", RunningServer.MondayNoon + NodaTime.Duration.FromDays(400)));
        await server.StoreAsync(new Alarm
        {
            Id = new(Guid.NewGuid()), Kind = AlarmKind.PaidAtNight, Ticket = new(Guid.NewGuid()), Number = "IS-2026-000001", Level = SupportLevel.Paid,
            Due = RunningServer.MondayNoon, RaisedAt = RunningServer.MondayNoon, ToldAt = RunningServer.MondayNoon, Times = 1,
        });
    }

    private static async Task<bool> IsWorkedOnAsync(RunningServer server)
    {
        await using var command = server.Database.CreateCommand("select count(*) > 2 from mt_doc_ticket where assignee is not null and status <> 'Closed'");
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What was added may have been removed again.</summary>
    private static async Task<bool> HoldsEveryKindAsync(RunningServer server)
    {
        await using var find = server.Database.CreateCommand(
            @"select string_agg(format('exists (select from %I)', table_name), ' and ') from information_schema.tables where table_name like 'mt\_doc\_%'");
        await using var look = server.Database.CreateCommand($"select {await find.ExecuteScalarAsync()}");
        return (bool)(await look.ExecuteScalarAsync())!;
    }

    private static void UseDefaultWriter(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IStore, PostgresStore>()));
}
