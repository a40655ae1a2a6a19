using iStom.Chat.Domain.Attachments;

namespace iStom.Chat.Server.Contract;

/// <summary>A file of a message. picture: it may be shown where it stands. size: in bytes.</summary>
public sealed record AttachmentView(Guid Id, string Name, string MediaType, bool Picture, long Size)
{
    public static AttachmentView Of(Attachment file) => new(file.Id.Value, file.Name, file.Type.MediaType(), file.Type.IsPicture(), file.Size);

    /// <summary>Null where there are none.</summary>
    public static IReadOnlyList<AttachmentView>? Of(IReadOnlyList<Attachment>? files) => files is null or [] ? null : [.. files.Select(Of)];
}
