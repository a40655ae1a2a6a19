using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>How an account proves itself; its answers in base64, as SMTP and IMAP want them alike (RFC 4954, RFC 9051).</summary>
/// <param name="User">The account.</param>
/// <param name="Secret">Its password or token.</param>
/// <param name="IsToken">Which of them.</param>
internal readonly record struct Credential(string User, string Secret, bool IsToken)
{
    /// <summary>The SASL mechanism that has it in one answer.</summary>
    public string Mechanism => IsToken ? "XOAUTH2" : "PLAIN";

    /// <summary>That answer (RFC 4616; Google's XOAUTH2).</summary>
    public string Answer => Base64(IsToken ? $"user={User}\u0001auth=Bearer {Secret}\u0001\u0001" : $"\0{User}\0{Secret}");

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Null where nobody is to sign in. The token is read anew.</summary>
    /// <exception cref="MailServerException">The token cannot be read.</exception>
    public static async Task<Credential?> OfAsync(MailServerOptions options, CancellationToken cancellation)
    {
        if (options.User is not { } user)
        {
            return null;
        }

        try
        {
            return options.AccessTokenFile is { } file
                ? new(user, (await File.ReadAllTextAsync(file, cancellation)).Trim(), IsToken: true)
                : new(user, options.Password ?? "", IsToken: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailServerException(MailFailures.Token, inner: e);
        }
    }

    /// <summary>Names no secret.</summary>
    public override string ToString() => Mechanism;
}
