using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Clinics that were stored before they were listed and searched are found as any other.</summary>
public sealed class OldClinicTests(TestDatabase databases)
{
    private const string Stored =
        """
        insert into mt_doc_clinic (id, data, mt_version, mt_dotnet_type) values ('00000000-0000-7000-8000-000000000007',
          '{"Id":"00000000-0000-7000-8000-000000000007","Name":"Клиника «ЁЖ & Co»","Tariff":{"Name":"Paid","Plan":"Paid","Serves":["Question"]}}', 1, 'iStom.Chat.Domain.Clinics.Clinic')
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_migration_adds_to_them_is_what_a_change_of_today_would_write()
    {
        var connection = await databases.CreateDatabaseAsync();
        await using var database = NpgsqlDataSource.Create(connection);
        await Migration.ApplyAsync(database, [.. MigrationStep.All.Where(step => step.Number < 6)], Cancellation);
        await using var insert = database.CreateCommand(Stored);
        await insert.ExecuteNonQueryAsync(Cancellation);

        await Migration.ApplyAsync(database, Cancellation);

        await using var services = new ServiceCollection().AddLogging().AddChatStore(connection).BuildServiceProvider();
        (await services.GetRequiredService<Rebuild>().CompareAsync(Cancellation)).ShouldBeEmpty();
        await using var words = database.CreateCommand("select words from mt_doc_clinic");
        (await words.ExecuteScalarAsync(Cancellation)).ShouldBe("клиника «еж & co»");
    }
}
