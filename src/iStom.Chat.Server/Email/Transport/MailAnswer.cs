namespace iStom.Chat.Server.Email.Transport;

/// <summary>What became of a mail for one recipient, and why.</summary>
/// <param name="Recipient">For whom.</param>
/// <param name="Outcome">What.</param>
/// <param name="Reason">One of <see cref="MailFailures"/>; null where it was accepted. Fit for logs.</param>
/// <param name="Code">The server's code (RFC 5321, 4.2), if it gave one.</param>
/// <param name="Status">Its enhanced code (RFC 3463), as <c>5.1.1</c>.</param>
/// <param name="Words">Its words: bounded, without control characters and addresses.</param>
public sealed record MailAnswer(MailAddress Recipient, MailOutcome Outcome, string? Reason = null, int? Code = null, string? Status = null, string Words = "");
