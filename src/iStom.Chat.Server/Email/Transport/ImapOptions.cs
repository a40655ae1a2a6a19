using iStom.Chat.Domain.Mail;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>A mailbox and where it is.</summary>
public sealed class ImapOptions : MailServerOptions
{
    /// <summary>The port for TLS from the first byte (RFC 8314).</summary>
    public const int TlsPort = 993;

    public ImapOptions() => (Port, Security) = (TlsPort, MailSecurity.ImplicitTls);

    /// <summary>The folder that is read, in Unicode.</summary>
    public string Folder { get; init; } = "INBOX";

    /// <summary>Where handled mails are moved, in Unicode, created when it is missing; null: they stay and are marked as seen.</summary>
    public string? HandledFolder { get; init; }

    /// <summary>Largest mail that is fetched whole, in bytes; of a larger one the headers are.</summary>
    public int MaxBytes { get; init; } = 25 * 1024 * 1024;

    /// <inheritdoc/>
    public override IEnumerable<string> Errors(string section)
    {
        foreach (var error in base.Errors(section))
        {
            yield return error;
        }

        if (Folder.Length == 0 || HandledFolder is { Length: 0 } || Folder == HandledFolder)
        {
            yield return $"{section}:Folder and HandledFolder must be names, and not the same";
        }

        if (MaxBytes is < 1 or > 1 << 30)
        {
            yield return $"{section}:MaxBytes must be from 1 to {1 << 30}";
        }
    }
}
