namespace iStom.Chat.Server.Hosting;

/// <summary>One server at a time on a data folder. The lock ends with the process, however that ends.</summary>
internal static class DataFolderLock
{
    /// <summary>Takes the lock until the result is disposed.</summary>
    public static FileStream Take(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new EmbeddedPostgresException(
                $"Another server is running on the data folder {folder}: stop it, or give this one a folder of its own with DataFolder=<path>.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException($"The data folder {folder} belongs to another user: use DataFolder=<path> for another one.", exception);
        }
    }
}
