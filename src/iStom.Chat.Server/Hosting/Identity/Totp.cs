using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Codes of authenticator apps: RFC 6238 with what every app knows, SHA-1, 30 seconds and six digits.</summary>
public static class Totp
{
    private const long StepSeconds = 30;
    private const int Digits = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepOf(Instant now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step (RFC 4226 §5.3).</summary>
    public static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What the standard and every app have; as a keyed hash it is not broken.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code it is, this one or a neighbour, later than the last one that was accepted; null when there is none.</summary>
    public static long? Match(byte[] secret, string code, long last, Instant now)
    {
        var (shown, current) = (Encoding.UTF8.GetBytes(code), StepOf(now));
        long? found = null;
        for (var step = Math.Max(current - 1, last + 1); step <= current + 1; step++)
        {
            found = CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes(CodeOf(secret, step))) ? step : found;
        }

        return found;
    }

    /// <summary>As it is typed into an app (RFC 4648, without padding).</summary>
    public static string Write(byte[] secret)
    {
        var (text, bits, held) = (new StringBuilder(), 0, 0);
        foreach (var value in secret)
        {
            (bits, held) = ((bits << 8) | value, held + 8);
            for (; held >= 5; held -= 5)
            {
                text.Append(Base32[(bits >> (held - 5)) & 31]);
            }

            bits &= 31;
        }

        return held > 0 ? text.Append(Base32[(bits << (5 - held)) & 31]).ToString() : text.ToString();
    }
}
