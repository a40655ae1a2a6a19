using iStom.Chat.Domain.Mail;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>How a mail server is reached and who we are there. A class, not a record: a record would print its secrets.</summary>
public abstract class MailServerOptions
{
    /// <summary>Its name, which its certificate must bear.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; init; }

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>A file with certificates in PEM that are trusted, and no others; null: those that the machine trusts.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>The account; null: nobody signs in.</summary>
    public string? User { get; init; }

    /// <summary>The account's password; null where a token is used.</summary>
    public string? Password { get; init; }

    /// <summary>
    /// A file with an OAuth2 access token, instead of the password: read at each connection, so that whatever renews the token writes it
    /// there (SASL XOAUTH2).
    /// </summary>
    public string? AccessTokenFile { get; init; }

    /// <summary>Every setting that makes no sense, in words.</summary>
    /// <param name="section">How the settings are called, as <c>Mail:Smtp</c>.</param>
    public virtual IEnumerable<string> Errors(string section)
    {
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            yield return $"{section}:Host must name a mail server";
        }

        if (Port is < 1 or > ushort.MaxValue)
        {
            yield return $"{section}:Port must be from 1 to 65535";
        }

        if (CertificateAuthority is { } file && !File.Exists(file))
        {
            yield return $"{section}:CertificateAuthority names a file that is not there";
        }

        if (User is null ? Password is not null || AccessTokenFile is not null : Password is null == AccessTokenFile is null)
        {
            yield return $"{section}: User comes with either Password or AccessTokenFile";
        }
    }
}
