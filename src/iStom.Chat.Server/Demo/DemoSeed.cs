using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.People;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>
/// Development only, and only in the embedded database: agents with their shifts, clinics, a manual, canned replies and some
/// tickets with what was done about them, so that the desk shows what it is for.
/// </summary>
public static class DemoSeed
{
    /// <summary>Who signs in to the demo's desk; the administrator is the last.</summary>
    public static IReadOnlyList<(string Email, string Name, bool Paid, AgentRole Role)> Agents { get; } =
    [
        ("agent1@demo.localhost", "Сотрудник 1", Paid: false, AgentRole.Agent),
        ("agent2@demo.localhost", "Сотрудник 2", Paid: false, AgentRole.Agent),
        ("paid@demo.localhost", "Сотрудник платной поддержки", Paid: true, AgentRole.Agent),
        ("admin@demo.localhost", "Администратор", Paid: false, AgentRole.Administrator),
    ];

    /// <summary>What there is to do is made once, with the first agent; agents, mail and the board of development are added where an earlier version's demo did not have them.</summary>
    public static async Task SeedAsync(IServiceProvider services, string password)
    {
        var isNew = await services.GetRequiredService<Accounts>().FindAgentAsync(Agents[0].Email, CancellationToken.None) is null;
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        await using var scope = services.CreateAsyncScope();
        var messages = isNew ? await AddWorkAsync(scope.ServiceProvider, now) : [];
        await AddAgentsAsync(scope.ServiceProvider, password, now);
        var administrator = await AgentAsync(services, Agents[^1].Email);
        if (isNew)
        {
            await DemoDeeds.DoAsync(scope.ServiceProvider, administrator, messages, now);
        }

        await DemoPhone.RingAsync(scope.ServiceProvider.GetRequiredService<IMediator>());
        var agent = await AgentAsync(services, Agents[0].Email);
        await new DemoMail(scope.ServiceProvider, administrator, agent, now).AddAsync();
        await new DemoDevelopment(scope.ServiceProvider, administrator, agent).AddAsync();
    }

    private static async Task<Agent> AgentAsync(IServiceProvider services, string email) =>
        (await services.GetRequiredService<Accounts>().FindAgentAsync(email, CancellationToken.None))!;

    private static async Task<IReadOnlyList<PostMessage>> AddWorkAsync(IServiceProvider services, Instant now)
    {
        var session = services.GetRequiredService<IStore>().OpenSession();
        var clinics = DemoClinics.All();
        foreach (var clinic in clinics)
        {
            session.Change(new ClinicChanged(Before: null, clinic, Authorship.OfDesk(now)), StreamVersion.None);
        }

        DemoReplies.Add(session, now);
        var messages = DemoTickets.Add(session, clinics);
        await session.CommitAsync(CancellationToken.None);
        await DemoTickets.PostAsync(services, messages);
        await DemoManual.AddAsync(services);
        return messages;
    }

    private static async Task AddAgentsAsync(IServiceProvider services, string password, Instant now)
    {
        var session = services.GetRequiredService<IStore>().OpenSession();
        foreach (var (email, name, paid, role) in Agents)
        {
            if (await services.GetRequiredService<Accounts>().FindAgentAsync(email, CancellationToken.None) is not null)
            {
                continue;
            }

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
