using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace iStom.Chat.Server.Tests.Hosting;

public sealed class DataFolderTests
{
    private static readonly IConfiguration Nothing = new ConfigurationBuilder().Build();

    [Fact]
    public void The_default_is_stable_and_is_each_clones_own()
    {
        var first = DataFolder.Locate(Nothing, "/some/clone");
        DataFolder.Locate(Nothing, "/some/clone/").ShouldBe(first);
        DataFolder.Locate(Nothing, "/other/clone").Equals(first, StringComparison.Ordinal).ShouldBeFalse();
        var parent = Environment.IsPrivilegedProcess ? "/var/lib/istom-chat/" : "/some/clone/.data";
        first.ShouldStartWith(parent);
    }

    [Theory]
    [InlineData("/elsewhere", "/elsewhere")]
    [InlineData("beside", "/some/clone/beside")]
    public void The_configuration_wins_and_is_relative_to_the_content_root(string configured, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["DataFolder"] = configured }).Build();
        DataFolder.Locate(configuration, "/some/clone").ShouldBe(expected);
    }
}
