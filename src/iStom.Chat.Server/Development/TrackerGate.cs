using System.Security.Cryptography;
using System.Text;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>
/// Knows issue trackers by their secret: as they prove it themselves, or by a signature like ours. GitHub and Jira sign the body alone, and YouTrack shows
/// its token, so an old request can be sent again: what it says is older than what was heard, and changes nothing.
/// </summary>
public sealed class TrackerGate(LiveDocuments<DevelopmentSettings> kept, SealedSecrets secrets, IClock clock)
{
    /// <summary>Longest body, in bytes: an issue with its description and history.</summary>
    public const int MaxBody = 1024 * 1024;

    private const string Scheme = "sha256=";

    /// <summary>Whether it is listened to at all.</summary>
    public bool Listens(Tracker tracker) => kept.Find(DevelopmentSettings.Only)?.Value.Find(tracker) is not null;

    public async Task<bool> IsByAsync(Tracker tracker, IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (await secrets.FindAsync(TrackerTally.IdOf(tracker), cancellation) is not { } secret)
        {
            return false;
        }

        return RequestSignature.IsBy(secret, headers[RequestSignature.Header], body.Span, clock.GetCurrentInstant()) || tracker switch
        {
            Tracker.GitHub => IsMac(secret, headers[RequestSignature.HubSha256], body.Span),
            Tracker.Jira => IsMac(secret, headers[RequestSignature.Hub], body.Span),
            _ => IsToken(secret, headers[RequestSignature.YouTrackToken]),
        };
    }

    private static bool IsMac(string secret, string? signature, ReadOnlySpan<byte> body) =>
        signature is not null && signature.StartsWith(Scheme, StringComparison.Ordinal)
        && IsToken(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)), signature[Scheme.Length..]);

    /// <summary>In a time that tells nothing of how far it is right.</summary>
    private static bool IsToken(string secret, string? shown) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(shown ?? ""));
}
