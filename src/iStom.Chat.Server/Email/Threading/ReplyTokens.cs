using System.Buffers.Binary;
using System.Security.Cryptography;
using iStom.Chat.Domain;

namespace iStom.Chat.Server.Email.Threading;

/// <summary>
/// Ids of our own mails and addresses for answers to them, which say to which ticket an answer belongs and cannot be made
/// up: key id, ticket, (message,) and an HMAC-SHA256 (RFC 2104) cut to 96 bits, in letters that survive a change of case.
/// They tell the ticket and not the writer: whoever was sent one, or was forwarded one, has it.
/// </summary>
public sealed class ReplyTokens
{
    private const int MacBytes = 12;
    private const int IdBytes = 16;
    private const int AddressBytes = 1 + IdBytes + MacBytes;
    private const int MessageBytes = 1 + (2 * IdBytes) + MacBytes;

    /// <summary>Octets of a local part (RFC 5321 §4.5.3.1.1).</summary>
    private const int LongestLocalPart = 64;

    private readonly IReadOnlyDictionary<byte, byte[]> _keys;
    private readonly byte _current;

    /// <param name="keys">By their ids; at least 32 random bytes each. Old ones are kept as long as answers to old mails come.</param>
    /// <param name="current">Id of the key for new mails; one of <paramref name="keys"/>.</param>
    public ReplyTokens(IReadOnlyDictionary<byte, byte[]> keys, byte current)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(keys.ContainsKey(current), false, nameof(current));
        ArgumentOutOfRangeException.ThrowIfLessThan(keys.Values.Min(key => key.Length), 32, nameof(keys));
        (_keys, _current) = (keys, current);
    }

    /// <summary>
    /// <c>support+token@example.org</c>; the mailbox itself when its local part leaves no room for a token (more than 16
    /// characters): answers are then found by their references.
    /// </summary>
    public MailAddress Address(MailAddress mailbox, TicketId ticket)
    {
        var token = Write(ticket.Value);
        return mailbox.LocalPart.Length + 1 + token.Length <= LongestLocalPart && MailAddress.TryParse($"{mailbox.LocalPart}+{token}@{mailbox.Domain}", out var address)
            ? address.Named(mailbox.Name)
            : mailbox;
    }

    /// <summary>Message-ID of a mail, without brackets: the same one for each attempt to send the same message.</summary>
    public string MessageId(TicketId ticket, MessageId message, string domain) => $"{Write(ticket.Value, message.Value)}@{domain}";

    /// <summary>The ticket of an address that <see cref="Address"/> made; nothing for any other.</summary>
    public TicketId? TicketOf(MailAddress address)
    {
        var plus = address.LocalPart.LastIndexOf('+');
        return plus >= 0 && Read(address.LocalPart[(plus + 1)..], AddressBytes) is { } token ? Ticket(token) : null;
    }

    /// <summary>The ticket of a Message-ID that <see cref="MessageId"/> made, whatever its domain; nothing for any other.</summary>
    public TicketId? TicketOf(string messageId)
    {
        var at = messageId.IndexOf('@', StringComparison.Ordinal);
        return at >= 0 && Read(messageId[..at], MessageBytes) is { } token ? Ticket(token) : null;
    }

    /// <summary>The ticket and the message of a Message-ID that <see cref="MessageId"/> made; nothing for any other.</summary>
    public (TicketId Ticket, MessageId Message)? MailOf(string messageId)
    {
        var at = messageId.IndexOf('@', StringComparison.Ordinal);
        return at >= 0 && Read(messageId[..at], MessageBytes) is { } token
            ? (Ticket(token), new(new Guid(token.AsSpan(1 + IdBytes, IdBytes), bigEndian: true)))
            : null;
    }

    private string Write(params ReadOnlySpan<Guid> ids)
    {
        Span<byte> token = new byte[1 + (IdBytes * ids.Length) + MacBytes];
        token[0] = _current;
        for (var index = 0; index < ids.Length; index++)
        {
            ids[index].TryWriteBytes(token[(1 + (IdBytes * index))..], bigEndian: true, out _);
        }

        Mac(_keys[_current], token[..^MacBytes], token[^MacBytes..]);
        return Base32.Write(token);
    }

    private static TicketId Ticket(byte[] token) => new(new Guid(token.AsSpan(1, IdBytes), bigEndian: true));

    private byte[]? Read(string text, int length)
    {
        var token = Base32.Read(text, length);
        if (token is null || !_keys.TryGetValue(token[0], out var key))
        {
            return null;
        }

        Span<byte> expected = stackalloc byte[MacBytes];
        Mac(key, token.AsSpan(..^MacBytes), expected);
        return CryptographicOperations.FixedTimeEquals(expected, token.AsSpan(^MacBytes..)) ? token : null;
    }

    /// <summary>Addresses and ids differ in length, and the length is under the MAC: neither can be passed off as the other.</summary>
    private static void Mac(byte[] key, ReadOnlySpan<byte> content, Span<byte> mac)
    {
        Span<byte> message = stackalloc byte[content.Length + sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(message, content.Length);
        content.CopyTo(message[sizeof(int)..]);
        HMACSHA256.HashData(key, message).AsSpan(0, mac.Length).CopyTo(mac);
    }
}
