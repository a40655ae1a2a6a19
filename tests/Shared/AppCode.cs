using iStom.Chat.Server.Hosting.Identity;
using NodaTime;

namespace iStom.Chat.TestSupport;

/// <summary>What an authenticator app would show.</summary>
public static class AppCode
{
    /// <param name="base32">The secret as it was typed in.</param>
    /// <param name="now">The phone's time.</param>
    public static string Of(string base32, Instant now) => Totp.CodeOf(Read(base32), Totp.StepOf(now));

    /// <summary>RFC 4648.</summary>
    public static byte[] Read(string base32)
    {
        var bits = string.Concat(base32.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
