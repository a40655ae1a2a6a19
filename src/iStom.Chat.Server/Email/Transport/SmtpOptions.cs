namespace iStom.Chat.Server.Email.Transport;

/// <summary>The server that takes our mail.</summary>
public sealed class SmtpOptions : MailServerOptions
{
    /// <summary>The port for submission with STARTTLS (RFC 6409).</summary>
    public const int SubmissionPort = 587;

    public SmtpOptions() => Port = SubmissionPort;

    /// <summary>How we call ourselves (RFC 5321, 4.1.1.1), as <c>desk.example.org</c>; null: our address in brackets.</summary>
    public string? HelloName { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> Errors(string section) => HelloName is null || Uri.CheckHostName(HelloName) == UriHostNameType.Dns
        ? base.Errors(section)
        : [.. base.Errors(section), $"{section}:HelloName must be a name as desk.example.org"];
}
