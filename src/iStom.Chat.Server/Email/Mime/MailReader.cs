using NodaTime;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// Bytes to a <see cref="MailMessage"/>. Reads anything: what is broken is read as far as it goes, what is over a bound of
/// <see cref="MailLimits"/> is left out and told in <see cref="MailMessage.Problems"/>; nothing is thrown. Its work is
/// proportional to the length of the message.
/// </summary>
public static class MailReader
{
    /// <param name="raw">A message as it was on the wire (RFC 5322), lines ending with CRLF or LF.</param>
    public static MailMessage Read(ReadOnlyMemory<byte> raw)
    {
        var log = new ReadingLog();
        if (raw.Length > MailLimits.MessageBytes)
        {
            log.Tell(MailProblems.MessageTooLarge);
            raw = raw[..MailLimits.MessageBytes];
        }

        return Read(raw[^raw.Span.TrimStart("\r\n"u8).Length..], 0, log) with { Problems = log.Problems };
    }

    private static MailMessage Read(ReadOnlyMemory<byte> raw, int depth, ReadingLog log)
    {
        var root = MimePart.Read(raw, ContentType.PlainText, depth, log);
        var body = new BodyText(log);
        var text = body.Of(root).Trim('\n');
        var report = DeliveryReport.Read(root, text, log);
        MailAttachment[] files = [.. BodyText.Files(root).Select((part, index) => File(part, index + 1, depth, log))];
        var invitation = files.Where(file => file.MediaType is "text/calendar" or "application/ics").Select(file => MailInvitation.Read(Charsets.Decode(file.Content.Span, "utf-8"))).FirstOrDefault(found => found is not null);
        return Head(root, log) with
        {
            Text = body.Bounded(Whole(text, invitation, report is null ? files : [])),
            Attachments = files,
            Invitation = invitation,
            Report = report,
        };
    }

    private static MailMessage Head(MimePart root, ReadingLog log)
    {
        var headers = root.Headers;
        IReadOnlyList<MailAddress> Addresses(params string[] names) => AddressList.Read(names.SelectMany(headers.Raw), log);
        return new()
        {
            MessageId = MessageIds.First(headers.Raw("Message-ID")),
            InReplyTo = MessageIds.Read(headers.Raw("In-Reply-To"), log),
            References = MessageIds.Read(headers.Raw("References"), log),
            From = Addresses("From"),
            Sender = Addresses("Sender") is [var sender, ..] ? sender : null,
            ReplyTo = Addresses("Reply-To"),
            To = Addresses("To"),
            Cc = Addresses("Cc"),
            DeliveredTo = Addresses("Delivered-To", "X-Original-To", "X-Delivered-To", "Envelope-To", "X-Envelope-To"),
            Subject = OneLine.Of(headers.First("Subject"), MailLimits.ValueCharacters),
            Date = Date(headers, log),
            ContentType = ContentType.Of(headers, ContentType.PlainText),
            Headers = headers,
        };
    }

    private static Instant? Date(MailHeaders headers, ReadingLog log)
    {
        var written = headers.Raw("Date").FirstOrDefault();
        var date = written is null ? null : MailDate.Read(written);
        if (written is not null && date is null)
        {
            log.Tell(MailProblems.DateUnreadable);
        }

        return date;
    }

    private static MailAttachment File(MimePart part, int number, int depth, ReadingLog log)
    {
        var content = part.Decoded();
        if (part.Type.Media is "application/pkcs7-mime" or "application/x-pkcs7-mime" or "application/pgp-encrypted")
        {
            log.Tell(MailProblems.Encrypted);
        }

        var message = part.IsMessage ? Inner(content, depth + 1, log) : null;
        var name = part.FileName ?? (message is null ? null : FileNames.OfSubject(message.Subject));
        var isInline = part.Disposition == "inline" || (part.Disposition.Length == 0 && part.ContentId is not null);
        return new(FileNames.Of(name, part.Type.Media, number), part.Type.Media, content, part.ContentId, isInline, message);
    }

    private static MailMessage? Inner(ReadOnlyMemory<byte> raw, int depth, ReadingLog log)
    {
        if (depth < MailLimits.Depth)
        {
            return log.TakePart() ? Read(raw, depth, log) : null;
        }

        log.Tell(MailProblems.TooDeep);
        return null;
    }

    /// <summary>The text, the invitation where there is no text, and what was forwarded under the names of its header fields.</summary>
    private static string Whole(string text, MailInvitation? invitation, MailAttachment[] files)
    {
        var own = string.IsNullOrWhiteSpace(text) && invitation is not null ? invitation.ToText() : text;
        return string.Join("\n\n", files.Select(file => file.Message).OfType<MailMessage>().Select(Forwarded).Prepend(own).Where(part => part.Length > 0));
    }

    private static string Forwarded(MailMessage message) => string.Join('\n',
        new[]
        {
            $"From: {string.Join(", ", message.From)}",
            $"Date: {message.Headers.First("Date")}",
            $"To: {string.Join(", ", message.To)}",
            $"Subject: {message.Subject}",
            "",
            message.Text,
        }.Where(line => !line.EndsWith(": ", StringComparison.Ordinal)));
}
