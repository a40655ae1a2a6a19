using iStom.Chat.Domain;

namespace iStom.Chat.Server.Attachments;

/// <summary>Files in a folder, under their ids. What was received is on the disk already and on the same one: it is renamed.</summary>
public sealed class FolderStore(AttachmentFolder folder) : IAttachmentStore
{
    public Task KeepAsync(AttachmentId id, ReceivedFile file, CancellationToken cancellation)
    {
        var path = PathOf(id);
        try
        {
            AttachmentFolder.Create(Path.GetDirectoryName(path)!);
            File.Move(file.Path, path, overwrite: true);
            return Task.CompletedTask;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException("The folder of the files cannot be written.", e);
        }
    }

    public Task<Stream?> OpenAsync(AttachmentId id, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(id), new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous }));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(AttachmentId id, CancellationToken cancellation)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(id))))
        {
            File.Delete(PathOf(id));
        }

        return Task.CompletedTask;
    }

    /// <summary>Spread by the last two signs of the id, which are random.</summary>
    private string PathOf(AttachmentId id)
    {
        var name = id.Value.ToString("N");
        return Path.Combine(folder.Location, name[^2..], name);
    }
}
