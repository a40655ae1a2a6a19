using System.Runtime.InteropServices;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>A mail in its folder, as long as the folder is not numbered anew (RFC 9051, 2.3.1.1).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MailboxUid(uint Validity, uint Uid);
