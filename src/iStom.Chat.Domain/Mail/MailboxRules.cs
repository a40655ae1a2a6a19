using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Mail;

/// <summary>What a mailbox must be.</summary>
public static class MailboxRules
{
    /// <summary>Longest name, host, user or folder, in UTF-16 code units.</summary>
    public const int LongestLine = 200;

    /// <summary>The mailbox as it is kept, or why not: <see cref="MailboxRefusals"/>, with the property.</summary>
    public static Decision<Mailbox> Accept(Mailbox wished)
    {
        var accepted = wished with
        {
            Address = wished.Address.Trim(),
            Sender = new LocalizedName(wished.Sender.Russian.Trim(), wished.Sender.English.Trim()),
            Folder = string.IsNullOrWhiteSpace(wished.Folder) ? "INBOX" : wished.Folder.Trim(),
            Incoming = Trimmed(wished.Incoming),
            Outgoing = Trimmed(wished.Outgoing),
        };
        return RefusalOf(accepted) is { } refusal ? refusal : accepted;
    }

    /// <summary>Whether something is an address that mail can be sent to: one at sign, a host with a dot or this machine, no blanks.</summary>
    public static bool IsAddress(string address) =>
        IsLine(address) && address.Split('@') is [{ Length: > 0 and <= 64 }, { Length: > 0 } host]
        && !address.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or ',' or ';' or '"')
        && Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4;

    private static Refusal? RefusalOf(Mailbox box) =>
        !IsAddress(box.Address) ? MailboxRefusals.AddressMalformed
        : !IsLine(box.Sender.Russian) || !IsLine(box.Sender.English) ? MailboxRefusals.SenderMissing
        : !IsLine(box.Folder) ? At(MailboxRefusals.ServerMalformed, "Folder")
        : RefusalOf(box.Incoming, nameof(box.Incoming)) ?? RefusalOf(box.Outgoing, nameof(box.Outgoing));

    private static Refusal? RefusalOf(MailServer? server, string property) =>
        server is null ? null
        : !IsLine(server.Host) || Uri.CheckHostName(server.Host) == UriHostNameType.Unknown || server.Port is < 1 or > 65_535 || (server.User is { } user && !IsLine(user))
            ? At(MailboxRefusals.ServerMalformed, property)
        : server.Security == MailSecurity.PlaintextOnLoopback && !IsThisMachine(server.Host) ? At(MailboxRefusals.NotEncrypted, property)
        : null;

    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "::1";

    private static bool IsLine(string text) => text.Length is > 0 and <= LongestLine && MessageText.IsWellFormed(text) && !text.AsSpan().ContainsAny('\n', '\t');

    private static MailServer? Trimmed(MailServer? server) => server is null ? null : server with
    {
        Host = server.Host.Trim(),
        User = string.IsNullOrWhiteSpace(server.User) ? null : server.User.Trim(),
    };

    private static Refusal At(Refusal refusal, string property) => refusal with { Detail = MailboxRefusals.Property(property) };
}
