using System.Security.Cryptography;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Demo;

/// <summary>
/// Development only, and only in the embedded database: agents, clinics and some waiting tickets, so that the desk shows
/// what it is for. The password is made for the data folder and is printed at every start.
/// </summary>
internal static class DemoSeed
{
    private static readonly (string Email, string Name, bool Paid)[] Agents =
    [
        ("agent1@demo.localhost", "Сотрудник 1", Paid: false),
        ("agent2@demo.localhost", "Сотрудник 2", Paid: false),
        ("paid@demo.localhost", "Сотрудник платной поддержки", Paid: true),
    ];

    public static async Task SeedDemoAsync(this WebApplication app, ChatDatabase database)
    {
        if (database.DataFolder is null)
        {
            return;
        }

        var password = await PasswordAsync(database.DataFolder);
        var accounts = app.Services.GetRequiredService<Accounts>();
        if (await accounts.FindAgentAsync(Agents[0].Email, CancellationToken.None) is null)
        {
            await SeedAsync(app.Services, password);
        }

        app.Lifetime.ApplicationStarted.Register(() => Announce(app, password));
    }

    private static async Task SeedAsync(IServiceProvider services, string password)
    {
        var hasher = services.GetRequiredService<IPasswordHasher<Agent>>();
        var session = services.GetRequiredService<IStore>().OpenSession();
        foreach (var (email, name, paid) in Agents)
        {
            session.Store(
                new Agent { Id = new(Guid.CreateVersion7()), Email = email, Name = name, PasswordHash = hasher.HashPassword(null!, password), Roles = [AgentRole.Agent], PaidSupport = paid },
                StreamVersion.None,
                1);
        }

        Clinic[] clinics =
        [
            new(new(Guid.CreateVersion7()), "Клиника «Демо-1»", Tariff.Standard),
            new(new(Guid.CreateVersion7()), "Клиника «Демо-2»", Tariff.Paid),
        ];
        foreach (var clinic in clinics)
        {
            session.Store(clinic, StreamVersion.None, 1);
        }

        var tickets = DemoTickets.Add(session, clinics);
        await session.CommitAsync(CancellationToken.None);
        await DemoTickets.PostAsync(services, tickets);
    }

    /// <summary>Kept beside the data, readable for its owner alone.</summary>
    private static async Task<string> PasswordAsync(string folder)
    {
        var file = Path.Combine(folder, "demo-password");
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var writer = new StreamWriter(file, options);
            await writer.WriteAsync(RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 12));
        }

        return await File.ReadAllTextAsync(file);
    }

    private static void Announce(WebApplication app, string password)
    {
        var options = app.Services.GetRequiredService<IOptions<ChatOptions>>().Value;
        Console.WriteLine($"""

              iStom Chat is running. Ctrl-C stops it, the database too.

              Demo sites  {string.Join("  ", options.Sites.Select(site => site.Origins[0]))}
              Desk        {options.DeskOrigin}/desk
              Sign in as  {string.Join(", ", Agents.Select(agent => agent.Email))}
              Password    {password}

            """);
    }
}
