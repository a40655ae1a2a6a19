namespace iStom.Chat.Server.Email.Compose;

/// <summary>Whether mail can be sent to an address: by servers without SMTPUTF8 (RFC 6531), which are all that this product asks for.</summary>
public static class Sendable
{
    /// <summary>RFC 5321, 4.5.3.1.3, less the angle brackets.</summary>
    private const int LongestOctets = 254;

    /// <summary>As it goes over the wire; null where nobody can be written to at it: no address, too long, or letters beyond ASCII before its domain.</summary>
    public static string? Address(MailAddress address) =>
        address is { IsAddress: true, IsAscii: true, Address: { Length: <= LongestOctets } spec } && spec.All(one => one is >= ' ' and <= '~' and not ('<' or '>')) ? spec : null;
}
