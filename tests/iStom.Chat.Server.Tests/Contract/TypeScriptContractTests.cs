using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>The browser side and the hubs speak of the same things.</summary>
public sealed class TypeScriptContractTests
{
    private static readonly string ContractFile = Repository.PathTo("widget", "src", "contract", "hubs.ts");

    [Fact]
    public void The_committed_contract_is_what_the_hubs_say()
    {
        var generated = TypeScriptContract.Write();
        if (Environment.GetEnvironmentVariable("RENEW_CONTRACT") == "1")
        {
            File.WriteAllText(ContractFile, generated);
        }

        File.ReadAllText(ContractFile).ShouldBe(
            generated, "The hubs have changed. If that is meant: RENEW_CONTRACT=1 dotnet test, then look at the difference and commit it.");
    }
}
