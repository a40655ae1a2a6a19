using iStom.Chat.Server.Hosting;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Hosting;

public sealed class RuntimePatchTests(TestDatabase databases)
{
    [Theory]
    [InlineData("10.0.12", true)]
    [InlineData("10.0.12+0123abc", true)]
    [InlineData("10.0.13", false)]
    [InlineData("10.1.0-rc.1", false)]
    [InlineData("11.0.0", false)]
    [InlineData("unreadable", true)]
    public void A_runtime_below_the_minimum_is_known(string informational, bool isBehind) =>
        RuntimePatch.IsBehind(RuntimePatch.Parse(informational)).ShouldBe(isBehind);

    [Fact]
    public async Task The_server_warns_of_an_old_runtime_and_of_no_other()
    {
        await using var server = await RunningServer.StartAsync(databases);

        RuntimePatch.Installed.Major.ShouldBeGreaterThanOrEqualTo(10);
        server.Log.Entries.Any(entry => entry.Number == 300).ShouldBe(RuntimePatch.IsBehind(RuntimePatch.Installed));
    }

    [Fact]
    public void The_readme_names_the_minimum() =>
        File.ReadAllText(Repository.PathTo("README.md")).ShouldContain(RuntimePatch.Minimum.ToString());
}
