using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>The browser side and the hubs speak of the same things.</summary>
public sealed class TypeScriptContractTests
{
    [Fact]
    public void The_committed_contract_is_what_the_hubs_say() =>
        Approved.FileShouldBe(Repository.PathTo("widget", "src", "contract", "hubs.ts"), TypeScriptContract.Write());
}
