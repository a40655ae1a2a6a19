using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>What a node has in memory is never behind what it has committed.</summary>
public sealed class LiveDocumentsTests(TestDatabase databases) : ServerTest(databases)
{
    private const int Edits = 100;

    [Fact]
    public async Task A_commit_counts_at_once_also_while_all_is_read_anew()
    {
        var years = Server.Services.GetRequiredService<LiveDocuments<CalendarYear>>();
        var reading = true;
        var readers = Task.Run(async () =>
        {
            while (Volatile.Read(ref reading))
            {
                await years.CatchUpAsync(TestContext.Current.CancellationToken);
            }
        });

        var behind = new List<long>();
        for (var version = 1L; version <= Edits; version++)
        {
            await EditAsync(Server.Store, version - 1);
            await Task.Yield();
            var seen = years.Find(CalendarYear.KeyOf(2026))?.Version;
            if (seen != version)
            {
                behind.Add(version);
            }
        }

        Volatile.Write(ref reading, false);
        await readers;
        behind.ShouldBeEmpty();
    }

    private static async Task EditAsync(IStore store, long version)
    {
        var year = ProductionCalendar.Embedded[2026];
        var session = store.OpenSession();
        session.Change(new CalendarYearChanged(year, year, Authorship.OfDesk(RunningServer.MondayNoon)), version);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }
}
