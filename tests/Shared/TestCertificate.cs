using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace iStom.Chat.TestSupport;

/// <summary>Certificates that signed themselves, in PEM.</summary>
public static class TestCertificate
{
    /// <summary>One for an address, from yesterday until tomorrow.</summary>
    public static (string Certificate, string Key) For(string address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=server of a test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = new WallClock().GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return (certificate.ExportCertificatePem().ReplaceLineEndings("\n"), key.ExportPkcs8PrivateKeyPem().ReplaceLineEndings("\n"));
    }

    /// <summary>One for 127.0.0.1, as two files of a folder.</summary>
    public static async Task WriteAsync(string certificateFile, string keyFile)
    {
        var (certificate, key) = For("127.0.0.1");
        await File.WriteAllTextAsync(certificateFile, certificate);
        await File.WriteAllTextAsync(keyFile, key);
    }
}
