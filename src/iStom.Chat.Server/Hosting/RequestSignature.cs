using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// Programs know each other by HMAC-SHA256, with a shared secret, over the seconds since 1970, a full stop and the body: nobody else can make
/// one up, and an old one is known by its time. <c>t=</c>seconds, <c>v1=</c>the HMAC in lower hexadecimal.
/// </summary>
public static class RequestSignature
{
    /// <summary>No browser sends it by itself.</summary>
    public const string Header = "X-iStom-Signature";

    /// <summary>GitHub's, over the body alone.</summary>
    public const string HubSha256 = "X-Hub-Signature-256";

    /// <summary>Jira's, as WebSub has it, over the body alone.</summary>
    public const string Hub = "X-Hub-Signature";

    /// <summary>YouTrack shows its secret.</summary>
    public const string YouTrackToken = "X-YouTrack-Token";

    /// <summary>By which programs are known. No browser sends one by itself.</summary>
    public static readonly IReadOnlyList<string> All = [Header, HubSha256, Hub, YouTrackToken];

    /// <summary>What is further from now, either way, is not taken.</summary>
    public static readonly Duration Freshness = Duration.FromMinutes(5);

    private const int MacLength = 64;

    /// <summary>The header's value.</summary>
    public static string Of(string secret, Instant at, ReadOnlySpan<byte> body) => $"t={at.ToUnixTimeSeconds()},v1={Convert.ToHexStringLower(Mac(secret, at.ToUnixTimeSeconds(), body))}";

    /// <summary>Whether the header's value was made with this secret, for this body, and lately.</summary>
    public static bool IsBy(string secret, string? value, ReadOnlySpan<byte> body, Instant now) =>
        Read(value) is var (seconds, mac) && Duration.FromSeconds(Math.Abs(now.ToUnixTimeSeconds() - seconds)) < Freshness
        && CryptographicOperations.FixedTimeEquals(mac, Mac(secret, seconds, body));

    private static byte[] Mac(string secret, long seconds, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes($"{seconds.ToString(CultureInfo.InvariantCulture)}."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>Null for whatever is no signature.</summary>
    private static (long Seconds, byte[] Mac)? Read(string? value) =>
        value?.Split(',') is [['t', '=', .. var at], ['v', '1', '=', .. var mac]] && mac.Length == MacLength && mac.All(char.IsAsciiHexDigit)
        && at.Length <= 12 && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? (seconds, Convert.FromHexString(mac))
            : null;
}
