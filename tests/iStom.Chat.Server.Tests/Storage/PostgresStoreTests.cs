using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Our own session on Marten's tables: what the seam promises, and what genuine Marten expects of the rows.</summary>
public sealed class PostgresStoreTests(TestDatabase databases) : StoreConformance(databases)
{
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

    protected override Task<IStore> CreateAsync(NpgsqlDataSource database, DocumentMappings mappings, ICommitListener[] listeners) =>
        Task.FromResult<IStore>(new PostgresStore(database, mappings, listeners));
}
