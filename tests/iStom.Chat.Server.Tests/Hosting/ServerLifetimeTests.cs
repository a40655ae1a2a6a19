using iStom.Chat.TestSupport;
using Shouldly;
using Xunit;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>The database ends with the server, in whatever way that ends: with the real server in a process of its own.</summary>
public sealed class ServerLifetimeTests : IDisposable
{
    private readonly string _folder = TestFolder.New();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_stopped_server_stops_its_database_before_it_ends(string signal)
    {
        Assert.SkipWhen(signal is "INT" && IgnoresInterrupts(), "a shell that runs this behind an & has its processes ignore interrupts");
        await using var server = new ServerProcess(_folder);
        var postgres = await server.DatabaseReady();
        await server.LineWith("Application started");
        await server.Signal(signal);
        await server.LineWith("The embedded database has stopped");
        await ServerProcess.Ended(server.Process);
        server.Process.ExitCode.ShouldBe(0);
        postgres.HasExited.ShouldBeTrue();
    }

    [Fact]
    public async Task A_killed_server_leaves_no_database_behind()
    {
        await using var server = new ServerProcess(_folder);
        var postgres = await server.DatabaseReady();
        server.Process.Kill();
        await ServerProcess.Ended(postgres);
        StoppedInOrder().ShouldBeTrue();
    }

    [Fact]
    public async Task Killing_the_whole_process_tree_leaves_no_database_behind()
    {
        await using var server = new ServerProcess(_folder);
        var postgres = await server.DatabaseReady();
        server.Process.Kill(entireProcessTree: true);
        await ServerProcess.Ended(postgres);
        StoppedInOrder().ShouldBeTrue("neither the guard nor the database is in the server's tree");
    }

    [Fact]
    public async Task A_server_started_right_after_a_kill_works_on_the_same_data()
    {
        await using var first = new ServerProcess(_folder);
        var old = await first.DatabaseReady();
        first.Process.Kill();
        await using var second = new ServerProcess(_folder);
        var postgres = await second.DatabaseReady();
        postgres.Id.ShouldNotBe(old.Id);
        await second.LineWith("Application started");
    }

    [Fact]
    public async Task A_second_server_on_the_folder_says_so_in_one_line_and_leaves_the_first_alone()
    {
        await using var first = new ServerProcess(_folder);
        var postgres = await first.DatabaseReady();
        await using var second = new ServerProcess(_folder);
        await ServerProcess.Ended(second.Process);
        second.Process.ExitCode.ShouldBe(1);
        var said = (await second.Process.StandardError.ReadToEndAsync()).TrimEnd();
        said.ShouldStartWith("Another server is running on the data folder");
        said.ShouldNotContain("\n");
        postgres.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task When_the_guard_is_killed_too_the_next_server_stops_what_was_left()
    {
        await using var first = new ServerProcess(_folder);
        var old = await first.DatabaseReady();
        foreach (var guard in Guards())
        {
            using (guard)
            {
                guard.Kill();
            }
        }

        first.Process.Kill();
        await ServerProcess.Ended(first.Process);
        old.HasExited.ShouldBeFalse("nobody is left to stop it");
        await using var second = new ServerProcess(_folder);
        await second.LineWith("left PostgreSQL process");
        var postgres = await second.DatabaseReady();
        new DirectoryInfo($"/proc/{old.Id}/cwd").LinkTarget.ShouldBeNull("it has ended, if not been reaped yet");
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>What this process ignores, those that it starts ignore too.</summary>
    private static bool IgnoresInterrupts() => File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
        .Any(line => (Convert.ToUInt64(line[7..].Trim(), fromBase: 16) & 0b10) != 0);

    /// <summary>A PostgreSQL that was killed instead leaves its note of itself behind.</summary>
    private bool StoppedInOrder() => !File.Exists(Path.Combine(_folder, "postgres", "cluster", "data", "postmaster.pid"));

    /// <summary>The guard of this test's database: the shell whose current folder is the data's.</summary>
    private IEnumerable<System.Diagnostics.Process> Guards()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "finds the guard by /proc");
        var data = Path.Combine(_folder, "postgres", "cluster", "data");
        return System.Diagnostics.Process.GetProcessesByName("sh")
            .Where(shell => string.Equals(new DirectoryInfo($"/proc/{shell.Id}/cwd").LinkTarget, data, StringComparison.Ordinal));
    }
}
