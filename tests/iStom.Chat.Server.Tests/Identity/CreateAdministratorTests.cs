using System.Diagnostics;
using System.Net;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>The first account of an installation, by the server's own program with a piped password.</summary>
public sealed class CreateAdministratorTests(TestDatabase databases)
{
    private const string Email = "Administrator@example.org";
    private const string Password = "correct horse battery";

    [Fact]
    public async Task An_administrator_is_created_once_and_can_sign_in()
    {
        var connection = await databases.CreateDatabaseAsync();

        (await RunAsync(connection, Email, Password)).ShouldBe((0, $"Administrator {Email} can sign in."));
        (await RunAsync(connection, Email, Password)).ShouldBe((1, "Not created: email-taken"));

        await using var server = RunningServer.Start(connection);
        await using var administrator = new TestAgent(server);
        (await administrator.SignIn(Email, Password)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await administrator.Connect();
        (await administrator.Desk()).Me.Roles.ShouldBe([Domain.AgentRole.Administrator]);
    }

    [Theory]
    [InlineData(Email, "too short", "password-too-short")]
    [InlineData("no address", Password, "email-malformed")]
    public async Task What_cannot_be_an_account_is_refused(string email, string password, string code)
    {
        var connection = await databases.CreateDatabaseAsync();

        (await RunAsync(connection, email, password)).ShouldBe((1, $"Not created: {code}"));
    }

    /// <summary>The program itself, outside of Development, with nothing configured but the database.</summary>
    private static async Task<(int ExitCode, string Said)> RunAsync(string connection, string email, string password)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "iStom.Chat.Server.dll"), "create-administrator", email])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ConnectionStrings__Chat"] = connection;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(password);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }
}
