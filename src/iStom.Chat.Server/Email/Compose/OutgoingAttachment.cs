namespace iStom.Chat.Server.Email.Compose;

/// <summary>A file of a mail.</summary>
/// <param name="Name">As its receiver sees it, in any script; folders in front of it are left out.</param>
/// <param name="ContentType">As <c>image/png</c>; anything else than type/subtype, and what holds mails or parts, goes as <c>application/octet-stream</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OutgoingAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);
