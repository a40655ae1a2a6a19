namespace iStom.Chat.Server.Email.Mime;

/// <summary>A file of a message.</summary>
/// <param name="Name">As the sender named it, without folders and controls; made up from the type where there is no name.</param>
/// <param name="MediaType">As the sender says, in lower case; nobody has looked into the bytes.</param>
/// <param name="Content">Decoded. A part of the message's own memory where nothing had to be decoded.</param>
/// <param name="ContentId">By which HTML shows it (RFC 2392), without angle brackets.</param>
/// <param name="IsInline">Meant to be seen in the text and not beside it (RFC 2183 §2.1).</param>
/// <param name="Message">What stands in a message that was forwarded as a file; its text is in the outer text as well.</param>
public sealed record MailAttachment(
    string Name, string MediaType, ReadOnlyMemory<byte> Content, string? ContentId = null, bool IsInline = false, MailMessage? Message = null);
