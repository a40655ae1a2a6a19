namespace iStom.Chat.Domain.Mail;

/// <summary>Why a mailbox cannot be kept as it was given. Detail: <c>property</c>, the field that is meant.</summary>
public static class MailboxRefusals
{
    public static readonly Refusal NotFound = new("mailbox-not-found");

    /// <summary>No address of the form <c>name@host</c>.</summary>
    public static readonly Refusal AddressMalformed = new("email-malformed", Property("Address"));

    /// <summary>Another mailbox has this address.</summary>
    public static readonly Refusal AddressTaken = new("address-taken", Property("Address"));

    public static readonly Refusal SenderMissing = new("sender-missing", Property("Russian"));

    /// <summary>Not encrypted, and not on this machine.</summary>
    public static readonly Refusal NotEncrypted = new("mail-not-encrypted");

    /// <summary>Host, port, user or folder is none.</summary>
    public static readonly Refusal ServerMalformed = new("mail-server-malformed");

    /// <summary>A user without a password, or with one that was given for another server.</summary>
    public static readonly Refusal SecretMissing = new("mail-secret-missing");

    /// <summary>No mailbox takes mail by HTTP with this address and signature.</summary>
    public static readonly Refusal NotSigned = new("mail-not-signed");

    public static Refusal SecretMissingOf(string property) => SecretMissing with { Detail = Property(property) };

    internal static Dictionary<string, string> Property(string name) => new(StringComparer.Ordinal) { ["property"] = name };
}
