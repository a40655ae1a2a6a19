namespace iStom.Chat.Server.Email.Transport;

/// <summary>What became of a mail for one recipient.</summary>
public enum MailOutcome
{
    /// <summary>The server has it and sees to it.</summary>
    Accepted,

    /// <summary>For good: the same again is refused again (5yz).</summary>
    Refused,

    /// <summary>Not now, not known, or not before somebody repairs something.</summary>
    TryAgain,
}
