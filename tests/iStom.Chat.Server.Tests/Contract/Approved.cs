namespace iStom.Chat.Server.Tests.Contract;

/// <summary>Committed text that follows from the code: compared, and written anew where that is asked for.</summary>
internal static class Approved
{
    /// <summary>Fails where the committed text is another than what the code says.</summary>
    public static void ShouldBe(string path, string committed, Func<string, string> replaced, string generated)
    {
        if (Environment.GetEnvironmentVariable("RENEW_CONTRACT") == "1")
        {
            File.WriteAllText(path, replaced(generated));
            return;
        }

        committed.ShouldBe(
            generated, $"{Path.GetFileName(path)}: the contract has changed. If that is meant: RENEW_CONTRACT=1 dotnet test, then look at the difference and commit it.");
    }

    /// <summary>As above, of a whole file.</summary>
    public static void FileShouldBe(string path, string generated) =>
        ShouldBe(path, File.Exists(path) ? File.ReadAllText(path) : "", text => text, generated);
}
