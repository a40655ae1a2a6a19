namespace iStom.Chat.Server.Email.Mime;

/// <summary>What became of a message for one recipient (RFC 3464 §2.3).</summary>
/// <param name="Recipient">To whom it was sent.</param>
/// <param name="Action">failed, delayed, delivered, relayed or expanded; in lower case.</param>
/// <param name="Status">As <c>5.1.1</c> (RFC 3463); empty when the report has none.</param>
/// <param name="Diagnostic">The words of the server that refused it.</param>
public sealed record ReportedRecipient(MailAddress Recipient, string Action, string Status, string Diagnostic)
{
    /// <summary>Trying again would not help. A delay is none, whatever its status says.</summary>
    public bool IsPermanentFailure => Action == "failed" && !Status.StartsWith('4');

    internal static ReportedRecipient Failed(MailAddress recipient) => new(recipient, "failed", "", "");
}
