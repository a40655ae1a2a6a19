using System.Security.Cryptography;
using System.Text;

namespace iStom.Chat.Server.Storage;

/// <summary>UUID version 5 (RFC 9562 §5.5): the same name in the same namespace gives the same id.</summary>
public static class NameBasedId
{
    /// <summary>
    /// The id of the event that records a client's message. Bound to the stream, so that a foreign message id
    /// collides with nothing and tells nothing.
    /// </summary>
    public static Guid Of(Guid stream, Guid clientId)
    {
        Span<byte> name = stackalloc byte[32];
        stream.TryWriteBytes(name, bigEndian: true, out _);
        clientId.TryWriteBytes(name[16..], bigEndian: true, out _);
        return Of(name);
    }

    /// <summary>The id of what a text names.</summary>
    public static Guid Of(Guid space, string text) => Of([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text)]);

    private static Guid Of(ReadOnlySpan<byte> name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1; nothing here is a secret.
        SHA1.HashData(name, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
