namespace iStom.Chat.Server.Email.Mime;

/// <summary>Groups of fields of a message/delivery-status: the message first, then a group for each recipient (RFC 3464 §2.1).</summary>
internal static class StatusFields
{
    public static IReadOnlyList<ReportedRecipient> Recipients(ReadOnlyMemory<byte> body, ReadingLog log)
    {
        var recipients = new List<ReportedRecipient>();
        for (var position = 0; position < body.Length && recipients.Count < MailLimits.Recipients;)
        {
            var (fields, length) = HeaderScanner.Read(body.Span[position..], log);
            if (length == 0)
            {
                break;
            }

            position += length;
            if (Recipient(fields) is { } recipient)
            {
                recipients.Add(recipient);
            }
        }

        return recipients;
    }

    private static ReportedRecipient? Recipient(MailHeaders fields)
    {
        var written = Typed(fields, "Original-Recipient") is { Length: > 0 } original ? original : Typed(fields, "Final-Recipient");
        return written.Length == 0 ? null : new(
            MailAddress.TryParse(written.Trim('<', '>', ' '), out var address) ? address : MailAddress.Words(written),
            (fields.First("Action") ?? "").Split(' ', '(')[0].ToLowerInvariant(),
            (fields.First("Status") ?? "").Split(' ', '(')[0],
            Typed(fields, "Diagnostic-Code"));
    }

    /// <summary>Behind the type of an address or of a code: <c>rfc822; a@example.org</c>.</summary>
    private static string Typed(MailHeaders fields, string name)
    {
        var value = OneLine.Of(fields.First(name), MailLimits.ValueCharacters);
        return value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();
    }
}
