namespace iStom.Chat.Server.Attachments;

/// <summary>A file that has been received and stands aside; gone when it is disposed of, unless it was kept.</summary>
/// <param name="path">Where it stands.</param>
/// <param name="content">It, open; on the disk to its last byte.</param>
public sealed class ReceivedFile(string path, FileStream content) : IAsyncDisposable
{
    public string Path => path;

    /// <summary>In bytes.</summary>
    public long Size => content.Length;

    /// <summary>From its first byte on.</summary>
    public Stream Rewound()
    {
        content.Position = 0;
        return content;
    }

    public async ValueTask DisposeAsync()
    {
        await content.DisposeAsync();
        File.Delete(path);
    }
}
