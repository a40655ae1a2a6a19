using System.Text.Json;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>Stops a server while a call is under way.</summary>
/// <param name="databases">Where its database is.</param>
/// <param name="calls">How long a stop waits for calls.</param>
public abstract class DrainTest(TestDatabase databases, string calls) : ServerTest(databases)
{
    private const string Id = "01990000-0000-7000-8000-000000000001";

    private protected const string Call = "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Send\",\"arguments\":[{\"id\":\"" + Id + "\",\"text\":\"Вопрос\"}]}";

    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Stop:Calls", calls);

    private protected static bool Answers(JsonElement record) => record.TryGetProperty("invocationId", out _);

    private protected Task Stop() => Task.Run(() => Server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication());

    /// <summary>Nobody can write there until this is disposed.</summary>
    private protected async Task<NpgsqlConnection> HoldWrites(string table = "mt_events")
    {
        var connection = await Server.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"begin; lock table {table} in exclusive mode", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private protected Task SomebodyWaits(long calls = 1) => Eventually.HoldsAsync(async () =>
    {
        await using var waiting = Server.Database.CreateCommand("select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())");
        return (long)(await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken))! >= calls;
    });
}
