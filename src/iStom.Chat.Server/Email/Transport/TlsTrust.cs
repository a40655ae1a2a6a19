using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>Whose certificates are believed: the machine's authorities, or those of a file and no others. Never whatever comes.</summary>
internal static class TlsTrust
{
    /// <exception cref="MailServerException">The file with the authorities cannot be read.</exception>
    public static SslClientAuthenticationOptions Of(MailServerOptions options) => new()
    {
        TargetHost = options.Host,
        CertificateChainPolicy = options.CertificateAuthority is { } file ? Only(file) : null,
    };

    private static X509ChainPolicy Only(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new MailServerException(MailFailures.Certificate, inner: e);
        }

        return policy;
    }
}
