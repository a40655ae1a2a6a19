namespace iStom.Chat.Domain.Attachments;

/// <summary>A file of a message or note, as its event names it. The file itself is kept outside of the event log.</summary>
/// <param name="Id">By which it is asked for.</param>
/// <param name="Name">As <see cref="FileName"/> accepts it.</param>
/// <param name="Type">What its bytes are, and its name says.</param>
/// <param name="Size">In bytes.</param>
public sealed record Attachment(AttachmentId Id, [property: PersonalData] string Name, FileType Type, long Size);
