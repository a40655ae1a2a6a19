namespace iStom.Chat.Server.Email.Transport;

/// <summary>Why a mail server was of no use, or did not take a mail.</summary>
public static class MailFailures
{
    /// <summary>No such name, nobody listens, or no way there.</summary>
    public const string Unreachable = "server-unreachable";

    /// <summary>The connection ended in the middle.</summary>
    public const string Lost = "connection-lost";

    /// <summary>It did not answer in time.</summary>
    public const string Silent = "server-silent";

    /// <summary>It said that it ends the connection (421; BYE).</summary>
    public const string Closing = "server-closing";

    /// <summary>It said what nobody can read, or without end.</summary>
    public const string Garbled = "server-garbled";

    /// <summary>It does not offer TLS, or offered it together with what should only come behind it (RFC 3207, 6).</summary>
    public const string NoTls = "tls-missing";

    /// <summary>Its certificate is not trusted, or no common version of TLS.</summary>
    public const string Certificate = "certificate-refused";

    /// <summary>The settings let nothing go in the clear to a machine that is not this one.</summary>
    public const string Plaintext = "plaintext-refused";

    /// <summary>It offers no way of signing in that we know.</summary>
    public const string NoSignIn = "sign-in-missing";

    /// <summary>It does not take the password or the token, or wants one.</summary>
    public const string SignIn = "sign-in-refused";

    /// <summary>The file with the access token cannot be read.</summary>
    public const string Token = "token-unreadable";

    /// <summary>It refused a command that it must know, or the folder is not there or may not be written.</summary>
    public const string Command = "command-refused";

    /// <summary>It may be opened, but nothing may be marked in it.</summary>
    public const string ReadOnly = "mailbox-read-only";

    /// <summary>The mail was sent, and whether it was taken is unknown; sent again it has the same message id.</summary>
    public const string Unknown = "outcome-unknown";

    /// <summary>Not now (4yz).</summary>
    public const string Deferred = "deferred";

    /// <summary>The server takes no mail of this sender.</summary>
    public const string Sender = "sender-refused";

    /// <summary>The server takes no mail for this recipient.</summary>
    public const string Recipient = "recipient-refused";

    /// <summary>The server does not take this mail.</summary>
    public const string Content = "content-refused";

    /// <summary>Larger than the server takes.</summary>
    public const string TooBig = "mail-too-big";

    /// <summary>Not an address, or with letters beyond ASCII before its domain.</summary>
    public const string Address = "address-unusable";
}
