using System.Buffers.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>A public key credential (WebAuthn level 3) that signs an agent in.</summary>
/// <param name="Id">The authenticator's name for it.</param>
/// <param name="PublicKey">COSE.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="SignCount">Of the last use; a lower one would be a copy's.</param>
public sealed record Passkey(
    byte[] Id, byte[] PublicKey, string Name, Instant CreatedAt, uint SignCount, IReadOnlyList<string> Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp)
{
    /// <summary>base64url, as browsers write it.</summary>
    [JsonIgnore]
    public string IdText => Base64Url.EncodeToString(Id);

    public static Passkey Of(UserPasskeyInfo info, string name) => new(
        info.CredentialId, info.PublicKey, name, Instant.FromDateTimeOffset(info.CreatedAt), info.SignCount, info.Transports ?? [], info.IsUserVerified, info.IsBackupEligible, info.IsBackedUp);

    /// <summary>As ASP.NET Core Identity has it; the attestation is not kept, since none is asked for.</summary>
    public UserPasskeyInfo ToInfo() =>
        new(Id, PublicKey, CreatedAt.ToDateTimeOffset(), SignCount, [.. Transports], IsUserVerified, IsBackupEligible, IsBackedUp, [], []) { Name = Name };
}
