using NodaTime;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>A mail of a mailbox.</summary>
/// <param name="Id">Which.</param>
/// <param name="ReceivedAt">When the server took it (INTERNALDATE); now, where it does not say.</param>
/// <param name="Raw">Its bytes; of one that is too big as many of its headers as came.</param>
/// <param name="IsTooBig">Larger than is fetched: there are headers alone.</param>
/// <param name="Octets">Its size, by the server.</param>
public sealed record MailboxItem(MailboxUid Id, Instant ReceivedAt, ReadOnlyMemory<byte> Raw, bool IsTooBig, long Octets);
