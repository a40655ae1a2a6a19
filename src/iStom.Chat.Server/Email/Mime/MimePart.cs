namespace iStom.Chat.Server.Email.Mime;

/// <summary>A part of a message (RFC 2045 §2.4), with the parts inside it.</summary>
/// <param name="Headers">Its own.</param>
/// <param name="Type">What it is.</param>
/// <param name="Body">Still encoded.</param>
/// <param name="Children">Of a multipart; none for others and for one that is nested too deep.</param>
internal sealed record MimePart(MailHeaders Headers, ContentType Type, ReadOnlyMemory<byte> Body, IReadOnlyList<MimePart> Children)
{
    private readonly StructuredValue _disposition = StructuredValue.Read(Headers.Raw("Content-Disposition").FirstOrDefault() ?? "");

    /// <summary>"attachment", "inline" or another word (RFC 2183); empty when it does not say.</summary>
    public string Disposition => _disposition.Value;

    /// <summary>As the sender calls the file, if at all.</summary>
    public string? FileName => _disposition.Parameters.GetValueOrDefault("filename") ?? Type["name"];

    public string? ContentId => Headers.First("Content-ID")?.Trim('<', '>', ' ') is { Length: > 0 } id ? id : null;

    /// <summary>Text for people, as opposed to a file with text.</summary>
    public bool IsText => Type.Media is ContentType.PlainText or "text/html" && Disposition != "attachment" && FileName is null;

    /// <summary>A whole message. A multipart may be one by its type alone.</summary>
    public bool IsMessage => Type.Media is "message/rfc822" or "message/global";

    public ReadOnlyMemory<byte> Decoded() => TransferEncoding.Decode(Body, Headers.First("Content-Transfer-Encoding"));

    /// <summary>This part and all in it, outer ones first.</summary>
    public IEnumerable<MimePart> All() => Children.SelectMany(child => child.All()).Prepend(this);

    /// <param name="bytes">Header, empty line, body.</param>
    /// <param name="otherwise">Type of a part that does not say.</param>
    /// <param name="depth">Of parts and messages around it.</param>
    /// <param name="log">Is told what is over a bound.</param>
    public static MimePart Read(ReadOnlyMemory<byte> bytes, string otherwise, int depth, ReadingLog log)
    {
        var (headers, start) = HeaderScanner.Read(bytes.Span, log);
        var type = ContentType.Of(headers, otherwise);
        var body = bytes[start..];
        if (!type.IsMultipart)
        {
            return new(headers, type, body, []);
        }

        if (depth >= MailLimits.Depth)
        {
            log.Tell(MailProblems.TooDeep);
            return new(headers, type, body, []);
        }

        var childType = type.Media == "multipart/digest" ? "message/rfc822" : ContentType.PlainText;
        MimePart[] children = [.. Multipart.Split(body, type["boundary"], log).TakeWhile(_ => log.TakePart()).Select(child => Read(child, childType, depth + 1, log))];
        return children.Length > 0 ? new(headers, type, body, children) : new(headers, type with { Media = ContentType.PlainText }, body, []);
    }
}
