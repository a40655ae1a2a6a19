namespace iStom.Chat.Server.Hosting;

/// <summary>Whom the mail servers are believed by, and where tokens lie: the configuration section <c>Mail</c>. The mailboxes and the settings of mail are kept on the desk.</summary>
public sealed record MailOptions
{
    /// <summary>A file (PEM) with the authority that has signed our mail servers' certificates; null: those that the system trusts.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>
    /// Of mailboxes that sign in by OAuth2: address → file with its access token. Whatever renews the token writes it there; it is read at
    /// each sign-in.
    /// </summary>
    public IReadOnlyDictionary<string, string> AccessTokens { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors()
    {
        if (CertificateAuthority is { } file && !File.Exists(file))
        {
            yield return $"Mail:CertificateAuthority: there is no file \"{file}\"";
        }
    }
}
