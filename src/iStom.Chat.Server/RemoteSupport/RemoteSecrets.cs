using System.Security.Cryptography;
using System.Text.Json;
using iStom.Chat.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>Seals what one connects with, each for its session: a stolen table opens no computer, a copied row neither.</summary>
public sealed class RemoteSecrets(IDataProtectionProvider protection)
{
    public string Seal(RemoteSessionId session, RemoteSecret secret) => Of(session).Protect(JsonSerializer.Serialize(secret));

    /// <summary>Null where there is nothing, or it was sealed for another session, or by a server whose keys are lost.</summary>
    public RemoteSecret? TryOpen(RemoteSessionId session, string? kept)
    {
        try
        {
            return kept is null ? null : JsonSerializer.Deserialize<RemoteSecret>(Of(session).Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Of(RemoteSessionId session) => protection.CreateProtector("remote-access", session.Value.ToString("N"));
}
