using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Our own session on Marten's tables: what the seam promises, and what genuine Marten expects of the rows.</summary>
public sealed class PostgresStoreTests(TestDatabase databases) : StoreConformance(databases)
{
    private ServiceProvider _services = null!;

    [Fact]
    public async Task Event_rows_have_what_Marten_expects_of_them()
    {
        await AppendAsync(StreamVersion.None, Tag("a"));

        (await Scalar("select type || '|' || mt_dotnet_type || '|' || tenant_id || '|' || is_archived from mt_events"))
            .ShouldBe("tagged|iStom.Chat.Domain.Tickets.Tagged, iStom.Chat.Domain|*DEFAULT*|false");
        (await Scalar("select type || '|' || version || '|' || tenant_id || '|' || is_archived from mt_streams")).ShouldBe("ticket|1|*DEFAULT*|false");
        (await Scalar("select data ->> 'At' from mt_events")).ShouldBe("2026-11-23T09:00:00.000000Z");
        (await Scalar("select timestamp = '2026-11-23T09:00:00Z' from mt_events")).ShouldBe(true);
    }

    [Theory]
    [InlineData("Maximum Pool Size=50;Minimum Pool Size=10", 100)]
    [InlineData("Max Auto Prepare=0", 0)]
    public async Task Commits_have_few_connections_of_their_own_with_statements_prepared_unless_that_is_unwanted(string settings, int prepared)
    {
        await using var services = new ServiceCollection().AddChatStorage($"Host=nowhere;Username=chat;SSL Mode=VerifyFull;{settings}").BuildServiceProvider();

        var commits = new NpgsqlConnectionStringBuilder(services.GetRequiredKeyedService<NpgsqlDataSource>(PostgresStore.Writer).ConnectionString);
        var reads = new NpgsqlConnectionStringBuilder(services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        (commits.Host, commits.Username, commits.SslMode).ShouldBe(("nowhere", "chat", SslMode.VerifyFull));
        (commits.MaxPoolSize, commits.MinPoolSize, commits.MaxAutoPrepare).ShouldBe((2, 0, prepared));
        reads.MaxAutoPrepare.ShouldBe(0);
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>On the connections that the server has.</summary>
    protected override Task<IStore> CreateAsync(string connectionString, NpgsqlDataSource database, DocumentMappings mappings, ICommitListener[] listeners)
    {
        _services = new ServiceCollection().AddChatStorage(connectionString).BuildServiceProvider();
        return Task.FromResult<IStore>(ActivatorUtilities.CreateInstance<PostgresStore>(_services, mappings, listeners));
    }
}
