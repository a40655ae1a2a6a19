using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.People;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>
/// Development only, and only in the embedded database: agents with their shifts, clinics, a manual, canned replies and some waiting
/// tickets, so that the desk shows what it is for.
/// </summary>
internal static class DemoSeed
{
    public static readonly (string Email, string Name, bool Paid, AgentRole Role)[] Agents =
    [
        ("agent1@demo.localhost", "Сотрудник 1", Paid: false, AgentRole.Agent),
        ("agent2@demo.localhost", "Сотрудник 2", Paid: false, AgentRole.Agent),
        ("paid@demo.localhost", "Сотрудник платной поддержки", Paid: true, AgentRole.Agent),
        ("admin@demo.localhost", "Администратор", Paid: false, AgentRole.Administrator),
    ];

    /// <summary>Once: a database that has the first agent is left alone.</summary>
    public static async Task SeedAsync(IServiceProvider services, string password)
    {
        if (await services.GetRequiredService<Accounts>().FindAgentAsync(Agents[0].Email, CancellationToken.None) is not null)
        {
            return;
        }

        var session = services.GetRequiredService<IStore>().OpenSession();
        var clinics = DemoClinics.All();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        foreach (var clinic in clinics)
        {
            session.Change(new ClinicChanged(Before: null, clinic, Authorship.OfDesk(now)), StreamVersion.None);
        }

        DemoReplies.Add(session, now);
        var tickets = DemoTickets.Add(session, clinics);
        await session.CommitAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        await DemoTickets.PostAsync(scope.ServiceProvider, tickets);
        await DemoManual.AddAsync(scope.ServiceProvider);
        await AddAgentsAsync(scope.ServiceProvider, password, now);
    }

    private static async Task AddAgentsAsync(IServiceProvider services, string password, Instant now)
    {
        var session = services.GetRequiredService<IStore>().OpenSession();
        foreach (var (email, name, paid, role) in Agents)
        {
            var added = await services.GetRequiredService<NewAccounts>().AddAsync(
                new(email, name, password, [role], paid), _ => Authorship.OfDesk(now), (_, _) => { }, CancellationToken.None);
            foreach (var shift in role == AgentRole.Agent ? DemoShifts.Of(added.Value, name, paid) : [])
            {
                session.Change(new ShiftChanged(Before: null, shift, Authorship.OfDesk(now)), StreamVersion.None);
            }
        }

        await session.CommitAsync(CancellationToken.None);
    }
}
