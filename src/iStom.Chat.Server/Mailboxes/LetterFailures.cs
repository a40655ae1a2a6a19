namespace iStom.Chat.Server.Mailboxes;

/// <summary>Why a mail of ours did not leave, besides what servers do.</summary>
public static class LetterFailures
{
    /// <summary>Staff have paused the mailbox.</summary>
    public const string Paused = "mailbox-paused";

    /// <summary>No mailbox has a server that carries mail.</summary>
    public const string NoServer = "mailbox-missing";

    /// <summary>The server failed again and again, and is left alone for a while.</summary>
    public const string LeftAlone = "server-left-alone";

    /// <summary>The mailbox's password cannot be opened with this server's keys.</summary>
    public const string SecretLost = "secret-lost";

    /// <summary>The outbox waits no longer for a try: the server, or the way to it, is too slow.</summary>
    public const string TimedOut = "timed-out";

    /// <summary>The address in the settings, or the customer's, is none that mail can be sent to.</summary>
    public const string Address = "address-unusable";
}
