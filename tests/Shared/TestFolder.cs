namespace iStom.Chat.TestSupport;

/// <summary>Folders for a test's data.</summary>
public static class TestFolder
{
    /// <summary>
    /// The path of a new folder, which is not created: in memory where there is plenty (a database is some 300 files, 8 MB:
    /// 25 ms there, 300 ms on a slow disk), else in the temporary folder.
    /// </summary>
    public static string New()
    {
        const long Plenty = 2L << 30;
        const string InMemory = "/dev/shm";
        var parent = Directory.Exists(InMemory) && new DriveInfo(InMemory).AvailableFreeSpace > Plenty ? InMemory : Path.GetTempPath();
        return Path.Combine(parent, $"istom-test-{Guid.NewGuid():N}");
    }
}
