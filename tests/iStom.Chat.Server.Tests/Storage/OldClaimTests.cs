using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Tickets whose claim was written before it said whose word it is are whole after an upgrade.</summary>
public sealed class OldClaimTests(TestDatabase databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_claim_says_whose_word_it_is()
    {
        var connection = await databases.CreateDatabaseAsync();
        await using var database = NpgsqlDataSource.Create(connection);
        await Migration.ApplyAsync(database, [.. MigrationStep.All.Where(step => step.Number != 10)], Cancellation);
        await using var services = new ServiceCollection().AddChatStore(connection).BuildServiceProvider();
        var ticket = await WriteAsync(services.GetRequiredService<IStore>());
        await using var forget = database.CreateCommand("update mt_doc_ticket set data = data #- '{Claim,By}' returning data -> 'Claim' ->> 'Kind'");
        (await forget.ExecuteScalarAsync(Cancellation)).ShouldBe(nameof(RequestKind.WorkStopped));

        await Migration.ApplyAsync(database, Cancellation);

        var read = await services.GetRequiredService<IStore>().OpenSession().LoadAsync<Ticket>(ticket.Value, Cancellation);
        read!.Value.Claim!.By.ShouldBe(Actor.Of(EventSamples.Visitor));
    }

    private static async Task<TicketId> WriteAsync(IStore store)
    {
        var session = store.OpenSession();
        session.Append(EventSamples.Ticket.Value, (Versioned<Ticket>?)null, [.. EventSamples.OfTicket.TakeWhile(e => e is not CriticalityRejected)]);
        await session.CommitAsync(Cancellation);
        return EventSamples.Ticket;
    }
}
