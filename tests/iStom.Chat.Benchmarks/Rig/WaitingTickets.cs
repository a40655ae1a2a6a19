using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>A queue of tickets of all kinds and plans that came within a working week, at the same intervals.</summary>
internal static class WaitingTickets
{
    private const int PerCommit = 200;

    /// <summary>When the last came: a Friday's closing.</summary>
    public static readonly Instant Last = Moscow.At(2026, 11, 20, 19, 0);

    private static readonly Duration Week = Duration.FromDays(4) + Duration.FromHours(9);

    public static async Task FillAsync(string connectionString, int count)
    {
        await using var services = new ServiceCollection().AddChatStore(connectionString).BuildServiceProvider();
        var store = services.GetRequiredService<IStore>();
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника", Tariff.Paid);
        await store.AddAsync(clinic);
        await Parallel.ForAsync(0, count / PerCommit, async (batch, cancellation) =>
        {
            var session = store.OpenSession();
            for (var i = batch * PerCommit; i < (batch + 1) * PerCommit; i++)
            {
                session.Store(TicketOf(i, count, clinic), StreamVersion.None, 2);
            }

            await session.CommitAsync(cancellation);
        });
        await using var analyse = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("vacuum analyze mt_doc_ticket");
        analyse.CommandTimeout = 0;
        await analyse.ExecuteNonQueryAsync();
    }

    /// <summary>Of a hundred tickets three are of work that has stopped, five of a paying clinic, ten urgent.</summary>
    private static Ticket TicketOf(int i, int count, Clinic clinic)
    {
        var at = Last - Week + Week * ((double)i / count);
        var isPaid = i % 20 == 7;
        var kind = (i % 100) switch { < 3 => RequestKind.WorkStopped, < 13 => RequestKind.FirstInstallation, _ => RequestKind.Question };
        var (visitor, id) = (new VisitorId(Guid.NewGuid()), new TicketId(Guid.NewGuid()));
        var opened = new TicketOpened(
            id, TicketNumber.Format(2026, i + 1), new(Guid.NewGuid()), visitor, isPaid ? clinic.Id : null, "i-stom", Channel.Chat, kind,
            "Не печатается справка для налоговой", Follows: null, Actor.Of(visitor), at);
        var events = TicketOpening.Open(opened, isPaid ? Tariff.Paid : Tariff.Standard, default, PromiseClock.Default).Value;
        return events.Aggregate((Ticket?)null, Ticket.Evolve)!;
    }
}
