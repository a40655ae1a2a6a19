namespace iStom.Chat.Server.Email.Mime;

/// <summary>What a mail server says became of a message of ours (RFC 3464).</summary>
/// <param name="OriginalMessageId">Of our message, where the report brings its header.</param>
/// <param name="Recipients">Those that the report is about.</param>
public sealed record DeliveryReport(string? OriginalMessageId, IReadOnlyList<ReportedRecipient> Recipients)
{
    /// <summary>Somebody will never get it.</summary>
    public bool IsPermanentFailure => Recipients.Any(recipient => recipient.IsPermanentFailure);

    /// <summary>From a report by the RFC, else from what Exim, qmail and their kin write; nothing for other messages.</summary>
    internal static DeliveryReport? Read(MimePart root, string text, ReadingLog log)
    {
        var isReport = root.Type.Media == "multipart/report" && (root.Type["report-type"] ?? "delivery-status").Equals("delivery-status", StringComparison.OrdinalIgnoreCase);
        MimePart[] parts = isReport || root.Headers.Has("X-Failed-Recipients") ? [.. root.All()] : [];
        if (parts.FirstOrDefault(part => part.Type.Media is "message/delivery-status" or "message/global-delivery-status") is { } status)
        {
            return new(OriginalId(parts, text, log), StatusFields.Recipients(status.Decoded(), log));
        }

        ReportedRecipient[] failed = [.. AddressList.Read(root.Headers.Raw("X-Failed-Recipients"), log).Where(address => address.IsAddress).Select(ReportedRecipient.Failed)];
        return failed.Length > 0 ? new(OriginalId(parts, text, log), failed) : null;
    }

    private static string? OriginalId(MimePart[] parts, string text, ReadingLog log)
    {
        var original = parts.FirstOrDefault(part => part.IsMessage || part.Type.Media is "text/rfc822-headers" or "message/global-headers");
        return original is null ? IdInText(text) : MessageIds.First(HeaderScanner.Read(original.Decoded().Span, log).Headers.Raw("Message-ID"));
    }

    /// <summary>Servers that are older than the RFC quote the header of the message in their text.</summary>
    private static string? IdInText(string text)
    {
        var place = text.IndexOf("\nMessage-ID:", StringComparison.OrdinalIgnoreCase);
        return place < 0 ? null : MessageIds.First([OneLine.Start(text[(place + "\nMessage-ID:".Length)..], MailLimits.ValueCharacters).Split('\n')[0]]);
    }
}
