namespace iStom.Chat.Server.Hosting;

/// <summary>Bounds of the mail and whom its servers are believed by: the configuration section <c>Mail</c>. The mailboxes themselves are kept on the desk.</summary>
public sealed record MailOptions
{
    /// <summary>A file (PEM) with the authority that has signed our mail servers' certificates; null: those that the system trusts.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>
    /// Of mailboxes that sign in by OAuth2: address → file with its access token. Whatever renews the token writes it there; it is read at
    /// each sign-in.
    /// </summary>
    public IReadOnlyDictionary<string, string> AccessTokens { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Largest mail, in bytes; what is larger is told of on the desk.</summary>
    public int MaxBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Mails of one address within an hour, before the rest are held back.</summary>
    public int MostPerHour { get; init; } = 30;

    /// <summary>Acknowledgements to one address within an hour; the further tickets are opened without one.</summary>
    public int MostAcknowledgements { get; init; } = 3;

    /// <summary>How long an answer waits for its visitor to read it in the panel, in seconds, before it goes by mail to whoever left an address.</summary>
    public int ReadingSeconds { get; init; } = 180;

    /// <summary>How long mails that were held back are kept, in days.</summary>
    public int HeldBackDays { get; init; } = 30;

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors()
    {
        if (CertificateAuthority is { } file && !File.Exists(file))
        {
            yield return $"Mail:CertificateAuthority: there is no file \"{file}\"";
        }

        (string Name, int Value, int Least)[] bounds =
        [
            (nameof(MaxBytes), MaxBytes, 1024), (nameof(MostPerHour), MostPerHour, 1), (nameof(MostAcknowledgements), MostAcknowledgements, 0),
            (nameof(ReadingSeconds), ReadingSeconds, 0), (nameof(HeldBackDays), HeldBackDays, 1),
        ];
        foreach (var (name, _, least) in bounds.Where(bound => bound.Value < bound.Least))
        {
            yield return $"Mail:{name} must be at least {least}";
        }
    }
}
