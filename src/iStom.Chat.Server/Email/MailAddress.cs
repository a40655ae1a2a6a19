using System.Diagnostics.CodeAnalysis;

namespace iStom.Chat.Server.Email;

/// <summary>
/// A mailbox and the name that is shown for it (RFC 5322 §3.4). Neither part can hold a control character, so neither can
/// break out of a header field or of an SMTP command.
/// </summary>
public sealed record MailAddress
{
    private MailAddress(string name, string localPart, string domain) => (Name, LocalPart, Domain) = (name, localPart, domain);

    /// <summary>What is shown, in Unicode; empty when there is none.</summary>
    public string Name { get; }

    /// <summary>Before the @, as it was written, quoted where it has to be; empty for <see cref="Words"/>.</summary>
    public string LocalPart { get; }

    /// <summary>After the @, in lower-case ASCII (A-labels, RFC 5891); empty for <see cref="Words"/>.</summary>
    public string Domain { get; }

    /// <summary>False for what stood in a header and is no address: its words are the <see cref="Name"/>.</summary>
    public bool IsAddress => Domain.Length > 0;

    /// <summary>As it goes over the wire: <c>local@domain</c> with an ASCII domain; empty when it is no address.</summary>
    public string Address => IsAddress ? $"{LocalPart}@{Domain}" : "";

    /// <summary>False when the local part has letters beyond ASCII, which only servers with SMTPUTF8 (RFC 6531) accept.</summary>
    public bool IsAscii => LocalPart.All(char.IsAscii);

    /// <summary>
    /// What is compared and looked up: the address in lower case. RFC 5321 §2.4 lets a server tell the case of local parts
    /// apart; none that people use does.
    /// </summary>
    public string Key => Address.ToLowerInvariant();

    /// <summary>For people: name and address with its domain in Unicode, or whichever of both there is.</summary>
    public string Display => (Name, IsAddress) switch
    {
        (var name, false) => name,
        ("", true) => DisplayAddress,
        var (name, _) => $"{name} <{DisplayAddress}>",
    };

    /// <summary>The address with its domain in Unicode.</summary>
    public string DisplayAddress => IsAddress ? $"{LocalPart}@{MailDomain.ToUnicode(Domain)}" : "";

    /// <summary>Both are the same mailbox, whatever the names, the case and the spelling of an international domain.</summary>
    public bool IsSameMailbox(MailAddress? other) => IsAddress && other?.Key == Key;

    /// <summary>The same mailbox under another name.</summary>
    public MailAddress Named(string? name) => new(OneLine.Of(name, MailAddressParts.LongestName), LocalPart, Domain);

    /// <summary>Words in the place of an address, kept for people to see.</summary>
    public static MailAddress Words(string words) => new(OneLine.Of(words, MailAddressParts.LongestName), "", "");

    /// <summary>A single address without a name (RFC 5321 §4.1.2, with Unicode by RFC 6531): <c>Иван@пример.рф</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? address, [NotNullWhen(true)] out MailAddress? parsed)
    {
        parsed = address is not null && MailAddressParts.Split(address.Trim()) is var (local, domain) ? new("", local, domain) : null;
        return parsed is not null;
    }

    /// <summary><see cref="Display"/>.</summary>
    public override string ToString() => Display;
}
