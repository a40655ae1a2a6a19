namespace iStom.Chat.Domain.Mail;

/// <summary>How a connection to a mail server is kept from others. The names are stored.</summary>
public enum MailSecurity
{
    /// <summary>Plain at first, then TLS before anything of ours is said; a server that does not offer it is left (RFC 3207; RFC 9051, 6.2.1).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    ImplicitTls,

    /// <summary>None, and only to this machine itself: any other address is refused.</summary>
    PlaintextOnLoopback,
}
