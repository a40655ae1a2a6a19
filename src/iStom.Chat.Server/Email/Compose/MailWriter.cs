using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Email.Compose;

/// <summary>
/// A mail as bytes (RFC 5322, MIME): ASCII alone, lines of at most 998 characters that end in CRLF. The same mail gives the same bytes,
/// so that a repeat is one.
/// </summary>
public static class MailWriter
{
    private const int LongestName = 60;

    /// <summary>Exchange's word for what RFC 3834 says.</summary>
    private const string ExchangeSuppress = "X-Auto-Response-Suppress";

    private static readonly InstantPattern Date = InstantPattern.Create("ddd, dd MMM uuuu HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Message-ID", "In-Reply-To", "References", "Auto-Submitted", ExchangeSuppress, "MIME-Version",
    };

    /// <summary>Writes it.</summary>
    /// <exception cref="ArgumentException">No message id, no address that mail can be sent to (<see cref="Sendable.Address"/>), or a header of the writer's own.</exception>
    public static byte[] Write(OutgoingMail mail)
    {
        var headers = new HeaderLines();
        headers.Add("Date", Date.Format(mail.Date));
        AddPeople(headers, mail);
        headers.AddText("Subject", mail.Subject);
        AddThread(headers, mail);
        AddNature(headers, mail.AutoSubmitted);
        foreach (var header in mail.Headers)
        {
            headers.AddText(Checked(header.Name), header.Value);
        }

        headers.Add("MIME-Version", "1.0");
        return Encoding.ASCII.GetBytes($"{headers}{new MailParts(mail).Write()}");
    }

    private static void AddPeople(HeaderLines headers, OutgoingMail mail)
    {
        headers.AddAddresses("From", [mail.From]);
        if (mail.ReplyTo is { } replyTo)
        {
            headers.AddAddresses("Reply-To", [replyTo]);
        }

        if (mail.To.Count > 0)
        {
            headers.AddAddresses("To", mail.To);
        }
    }

    private static void AddThread(HeaderLines headers, OutgoingMail mail)
    {
        headers.Add("Message-ID", MessageIds.Bracketed(mail.MessageId) ?? throw new ArgumentException("Not a message id.", nameof(mail)));
        if (MessageIds.Bracketed(mail.InReplyTo) is { } answered)
        {
            headers.Add("In-Reply-To", answered);
        }

        if (MessageIds.Thread(mail.References) is { Count: > 0 } thread)
        {
            headers.Add("References", thread);
        }
    }

    private static void AddNature(HeaderLines headers, AutoSubmitted nature)
    {
        if (nature == AutoSubmitted.No)
        {
            return;
        }

        headers.Add("Auto-Submitted", nature == AutoSubmitted.Replied ? "auto-replied" : "auto-generated");
        headers.Add(ExchangeSuppress, "All");
    }

    private static string Checked(string name) =>
        name.Length is > 0 and <= LongestName && name.All(one => char.IsAsciiLetterOrDigit(one) || one == '-') && !Own.Contains(name)
            && !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            ? name
            : throw new ArgumentException("Not a header to add.", nameof(name));
}
