using System.Net;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>The server on a PostgreSQL of one's own, over TLS.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class OwnPostgresTests
{
    [Fact]
    public async Task The_server_works_over_TLS_and_only_with_a_certificate_that_it_trusts()
    {
        await using var postgres = await TlsPostgres.StartAsync();
        var trusted = postgres.ConnectionString("VerifyFull", postgres.RootCertificate);

        await using (var server = RunningServer.Start(trusted))
        {
            await using var visitor = await TestVisitor.OpenAsync(server);
            await using var agent = await TestAgent.OnDutyAsync(server);
            await visitor.Send("Вопрос");
            (await agent.TakeNext()).Messages.ShouldContain(message => message.Text == "Вопрос");
            (await visitor.HttpAsync(HttpMethod.Get, "/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await using var tls = server.Database.CreateCommand("select version from pg_stat_ssl where pid = pg_backend_pid()");
            (await tls.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe("TLSv1.3");
        }

        await Refused(postgres.ConnectionString("VerifyFull", postgres.ForeignCertificate), "certificate");
        await Refused(postgres.ConnectionString("VerifyFull", rootCertificate: null), "certificate");
        await Refused(trusted.Replace("Password=", "Password=x", StringComparison.Ordinal), "password authentication failed");
    }

    /// <summary>The whole server ends with a line on what is wrong, and 1.</summary>
    private static async Task Refused(string connectionString, string reason)
    {
        await using var server = new ServerProcess(TestFolder.New(), connectionString);
        await ServerProcess.Ended(server.Process);
        var said = await server.Process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        server.Process.ExitCode.ShouldBe(1, said);
        said.ShouldContain(reason, Case.Insensitive);
        said.ShouldNotContain("   at ");
        said.ShouldNotContain(new NpgsqlConnectionStringBuilder(connectionString).Password!);
    }
}
