using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.TestSupport;
using JasperFx.Events.Daemon;

namespace iStom.Chat.Server.Tests.Storage.Marten;

/// <summary>Marten's daemon makes the read models anew, and they are what they were.</summary>
public sealed class MartenRebuildTests(TestDatabase databases) : MartenTest(databases)
{
    [Theory]
    [InlineData("ticket", nameof(Ticket))]
    [InlineData("conversation", nameof(Conversation))]
    public async Task A_rebuild_gives_the_same_documents(string kind, string projection)
    {
        var rows = $"select (to_jsonb(d) - 'mt_last_modified')::text from mt_doc_{kind} d order by id";
        var before = await ColumnAsync<string>(rows);
        await using (var spoil = Database.CreateCommand($"update mt_doc_{kind} set data = '{{}}', mt_version = 0"))
        {
            (await spoil.ExecuteNonQueryAsync(Cancellation)).ShouldBeGreaterThan(2);
        }

        using var daemon = await Marten.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(projection, Cancellation);

        (await ColumnAsync<string>(rows)).ShouldBe(before);
        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }
}
