namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>The data files compiled into the tests.</summary>
internal static class TestFile
{
    public static IReadOnlyList<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(TestFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }
}
