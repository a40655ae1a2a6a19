using System.Buffers;
using System.Text;
using iStom.Chat.Server.Email.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>What is to be read of a message: which of its parts, and in which order.</summary>
internal sealed class BodyText(ReadingLog log)
{
    /// <summary>How far the beginning of HTML is searched for its charset, in bytes.</summary>
    private const int HtmlHead = 2048;

    private static readonly SearchValues<char> CharsetEnds = SearchValues.Create(" \"'/>;");

    public string Of(MimePart part) => part switch
    {
        { Children.Count: 0, IsText: true } => Leaf(part),
        { Type.Media: "multipart/alternative" } => Best(part.Children),
        { Type.Media: "multipart/related" or "multipart/report" or "multipart/signed" } => Of(Root(part)),
        _ => string.Join('\n', part.Children.Select(Of).Where(text => !string.IsNullOrWhiteSpace(text))),
    };

    /// <summary>Parts whose text stands for another's or is in <see cref="Of"/>; all others are files.</summary>
    public static IEnumerable<MimePart> Files(MimePart part) => part switch
    {
        { Children.Count: 0, IsText: true } => [],
        { Children.Count: 0 } => [part],
        { Type.Media: "multipart/alternative" } => part.Children.Where(child => child.Type.Media is not ("text/x-amp-html" or "text/watch-html")).SelectMany(Files),
        { Type.Media: "multipart/related" } when Root(part) is var root => part.Children.SelectMany(child => child != root && child.IsText ? [child] : Files(child)),
        _ => part.Children.SelectMany(Files),
    };

    /// <summary>Plain text is preferred: it is what the writer's program made of the HTML. An empty one is no text.</summary>
    private string Best(IReadOnlyList<MimePart> children) =>
        children.OrderBy(child => FirstLeaf(child).Type.Media == ContentType.PlainText ? 0 : 1).Select(Of).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";

    private static MimePart FirstLeaf(MimePart part) => part.Children.Count > 0 ? FirstLeaf(part.Children[0]) : part;

    /// <summary>RFC 2387 §3.2: the part that the others belong to.</summary>
    private static MimePart Root(MimePart part) =>
        part.Type["start"]?.Trim('<', '>', ' ') is { Length: > 0 } start && part.Children.FirstOrDefault(child => child.ContentId == start) is { } named ? named
        : part.Children.Count > 0 ? part.Children[0]
        : part;

    private string Leaf(MimePart part)
    {
        var bytes = Beginning(part.Decoded().Span);
        if (part.Type.Media == ContentType.PlainText)
        {
            return Bounded(PlainText.Of(Charsets.Decode(bytes, part.Type["charset"], log), part.Type));
        }

        var html = HtmlText.Of(Charsets.Decode(bytes, part.Type["charset"] ?? HtmlCharset(bytes), log));
        if (!html.IsWhole)
        {
            log.Tell(MailProblems.HtmlTooComplex);
        }

        return Bounded(PlainText.Clean(html.Text));
    }

    /// <summary>As many bytes as the longest text can have.</summary>
    private ReadOnlySpan<byte> Beginning(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= 4 * MailLimits.TextCharacters)
        {
            return bytes;
        }

        log.Tell(MailProblems.TextCut);
        return bytes[..(4 * MailLimits.TextCharacters)];
    }

    public string Bounded(string text)
    {
        if (text.Length <= MailLimits.TextCharacters)
        {
            return text;
        }

        log.Tell(MailProblems.TextCut);
        return OneLine.Start(text, MailLimits.TextCharacters);
    }

    /// <summary>From <c>&lt;meta charset=…&gt;</c>, where the header says nothing.</summary>
    private static string? HtmlCharset(ReadOnlySpan<byte> html)
    {
        var head = Encoding.ASCII.GetString(html[..Math.Min(html.Length, HtmlHead)]);
        var place = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (place < 0)
        {
            return null;
        }

        var value = head[(place + "charset=".Length)..].TrimStart('"', '\'', ' ');
        var end = value.AsSpan().IndexOfAny(CharsetEnds);
        return end < 0 ? null : value[..end];
    }
}
