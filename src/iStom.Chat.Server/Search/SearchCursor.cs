using System.Buffers.Binary;
using System.Buffers.Text;
using NodaTime;

namespace iStom.Chat.Server.Search;

/// <summary>
/// The place behind the last of a page. Texts are in the order of their time and, within an instant, of their number: unlike a
/// rank it can be read off an index, and nothing that comes meanwhile moves it.
/// </summary>
/// <param name="At">When it was written.</param>
/// <param name="Number">Its event's.</param>
public sealed record SearchCursor(Instant At, long Number)
{
    private const int Length = 16;

    /// <summary>Before everything.</summary>
    public static SearchCursor Start { get; } = new(Instant.FromUtc(9999, 1, 1, 0, 0), long.MaxValue);

    /// <summary>As it is handed out: opaque.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, At.ToUnixTimeTicks());
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Number);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null for what was never handed out.</summary>
    public static SearchCursor? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return text.Length <= 2 * Length && Base64Url.IsValid(text, out var length) && length == Length && Base64Url.TryDecodeFromChars(text, bytes, out _)
            && BinaryPrimitives.ReadInt64BigEndian(bytes) is var ticks && ticks >= 0 && ticks <= Start.At.ToUnixTimeTicks()
            ? new(Instant.FromUnixTimeTicks(ticks), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]))
            : null;
    }
}
