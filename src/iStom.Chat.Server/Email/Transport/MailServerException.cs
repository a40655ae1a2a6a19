namespace iStom.Chat.Server.Email.Transport;

/// <summary>A mail server is not there, does not do what was asked, or says what cannot be understood. The connection is of no use any more.</summary>
public sealed class MailServerException(string reason, string words = "", Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>One of <see cref="MailFailures"/>: stable, in kebab case, nobody's words; fit for logs.</summary>
    public string Reason { get; } = reason;

    /// <summary>What the server said, for people to read: bounded, without control characters and addresses.</summary>
    public string Words { get; } = words;
}
