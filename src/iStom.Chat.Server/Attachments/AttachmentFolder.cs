using iStom.Chat.Server.Hosting;

namespace iStom.Chat.Server.Attachments;

/// <summary>The folder of the files, for this account alone.</summary>
/// <param name="location">Its full path; made when it is first needed.</param>
public sealed class AttachmentFolder(string location)
{
    public string Location => location;

    /// <summary>As the settings have it; else beside the embedded database, in the data folder.</summary>
    public static AttachmentFolder Of(IConfiguration configuration, string contentRoot) => new(configuration[AttachmentOptions.FolderSetting] is { Length: > 0 } path
        ? Path.GetFullPath(path, contentRoot)
        : Path.Combine(DataFolder.Locate(configuration, contentRoot), "attachments"));

    /// <summary>What its disk has left for us, in bytes.</summary>
    public long Free() => new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(location)! : location).AvailableFreeSpace;

    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Every write reaches the disk's own errors at once: nothing is buffered here.</summary>
    public static FileStreamOptions ForWriting()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
