using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Privacy;
using MediatR;

namespace iStom.Chat.Server.Operations;

/// <summary>What the server's program does besides serving, named by its first argument.</summary>
internal static class Terminal
{
    /// <summary>Whether the arguments name a command, which needs the database and nothing else of the configuration.</summary>
    public static bool IsAsked(string[] args) => args is ["create-administrator" or "replay-erasures" or "import-manual", ..];

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit code; null when the arguments name none, so that the server is to serve.</returns>
    public static async Task<int?> RunAsync(WebApplication app, string[] args) => args switch
    {
        ["create-administrator", var email, ..] => await CreateAdministratorAsync(app, email),
        ["import-manual", var folder, ..] => await app.ImportManualAsync(folder),
        ["replay-erasures", ..] => await app.ReplayErasuresAsync(),
        _ => null,
    };

    private static async Task<int> CreateAdministratorAsync(WebApplication app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateAdministrator(email, ReadPassword()));
        if (created.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"Not created: {refusal.Code}");
            return 1;
        }

        Console.WriteLine($"Administrator {email} can sign in.");
        return 0;
    }

    /// <summary>Asked for without showing it, or piped in; never an argument, which others see in the list of processes.</summary>
    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() ?? "";
        }

        Console.Write("Password (12 characters or more): ");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            _ = key.Key == ConsoleKey.Backspace ? typed.Remove(Math.Max(0, typed.Length - 1), Math.Min(1, typed.Length)) : typed.Append(key.KeyChar);
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
