using System.Security.Cryptography;
using iStom.Chat.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Seals the secrets of authenticator apps, each for its account: a stolen table opens nothing, a copied row neither.</summary>
public sealed class TotpSecrets(IDataProtectionProvider protection)
{
    private const int Bytes = 20;

    private readonly IDataProtector _seal = protection.CreateProtector("totp");

    public static byte[] Create() => RandomNumberGenerator.GetBytes(Bytes);

    public string Seal(AgentId agent, byte[] secret) => Convert.ToBase64String(Of(agent).Protect(secret));

    public byte[] Open(AgentId agent, string secret) => Of(agent).Unprotect(Convert.FromBase64String(secret));

    /// <summary>Null where it is no secret that we have sealed for this account.</summary>
    public byte[]? TryOpen(AgentId agent, string secret)
    {
        try
        {
            return Open(agent, secret);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Of(AgentId agent) => _seal.CreateProtector(agent.Value.ToString("N"));
}
