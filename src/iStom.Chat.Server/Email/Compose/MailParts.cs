using System.Security.Cryptography;
using System.Text;

namespace iStom.Chat.Server.Email.Compose;

/// <summary>The body with its parts (RFC 2046): text alone, text and HTML as alternatives, files beside them.</summary>
internal sealed class MailParts
{
    private const string Anything = "application/octet-stream";
    private readonly OutgoingMail _mail;
    private readonly string _boundary;

    /// <summary>The boundary follows from the mail: a repeat is the same to the byte, and no text can hold what is its own hash.</summary>
    public MailParts(OutgoingMail mail)
    {
        _mail = mail;
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.MessageId}\0{mail.Text}\0{mail.Html}"));
        // "=_" occurs neither in base64 nor in quoted-printable (RFC 2045, 6.7).
        _boundary = $"=_{Convert.ToHexStringLower(seed.AsSpan(0, 16))}";
    }

    /// <summary>Headers of the content, an empty line and the content.</summary>
    public string Write()
    {
        var body = _mail.Html is { } html ? Multipart("alternative", "a", [Text("plain", _mail.Text), Text("html", html)]) : Text("plain", _mail.Text);
        return _mail.Attachments.Count == 0 ? body : Multipart("mixed", "m", [body, .. _mail.Attachments.Select(Attachment)]);
    }

    private string Multipart(string kind, string level, IEnumerable<string> parts)
    {
        var boundary = $"{_boundary}{level}";
        var headers = new HeaderLines();
        headers.Add("Content-Type", $"multipart/{kind};", $"boundary=\"{boundary}\"");
        return $"{headers}\r\n{string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n"))}--{boundary}--\r\n";
    }

    private static string Text(string subtype, string text)
    {
        var (encoding, headers) = (TransferEncoding.Of(text), new HeaderLines());
        headers.Add("Content-Type", $"text/{subtype};", "charset=utf-8");
        headers.Add("Content-Transfer-Encoding", encoding.Name);
        return $"{headers}\r\n{encoding.Body}";
    }

    private static string Attachment(OutgoingAttachment file)
    {
        var (encoding, headers) = (TransferEncoding.Of(file.Content.Span), new HeaderLines());
        headers.Add("Content-Type", ContentType(file.ContentType));
        headers.Add("Content-Transfer-Encoding", encoding.Name);
        headers.Add("Content-Disposition", string.Join(";\n", ["attachment", .. FileNameParameter.Of(file.Name)]).Split('\n'));
        return $"{headers}\r\n{encoding.Body}";
    }

    /// <summary>Mails and parts within parts may not be in base64 (RFC 2046, 5.2.1), so they go as bytes.</summary>
    private static string ContentType(string given) =>
        given.Split('/') is [{ Length: > 0 } type, { Length: > 0 } subtype] && (type + subtype).All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '.' or '+')
            && !type.Equals("message", StringComparison.OrdinalIgnoreCase) && !type.Equals("multipart", StringComparison.OrdinalIgnoreCase)
            ? given
            : Anything;
}
