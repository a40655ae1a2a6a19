using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>Encoded words that stand side by side: their bytes are decoded as one.</summary>
internal sealed class EncodedRun(StringBuilder plain)
{
    private readonly List<byte> _bytes = [];
    private readonly StringBuilder _base64 = new();
    private string? _charset;

    public void Add(EncodedWord word)
    {
        if (_charset is not null && !_charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase))
        {
            Flush();
        }

        _charset = word.Charset;
        if (word.IsBase64)
        {
            _base64.Append(word.Text);
        }
        else
        {
            FlushBase64();
            _bytes.AddRange(TransferEncoding.QuotedWord(Encoding.UTF8.GetBytes(word.Text)));
        }
    }

    /// <summary>Text between words. Blanks there belong to the encoding (RFC 2047 §6.2).</summary>
    public void Pass(ReadOnlySpan<char> between, bool isLast = false)
    {
        if (_charset is not null && !isLast && between.IsWhiteSpace())
        {
            return;
        }

        Flush();
        plain.Append(between);
    }

    private void Flush()
    {
        FlushBase64();
        if (_charset is not null)
        {
            plain.Append(Charsets.Decode(_bytes.ToArray(), _charset));
        }

        _bytes.Clear();
        _charset = null;
    }

    private void FlushBase64()
    {
        _bytes.AddRange(TransferEncoding.Base64(Encoding.UTF8.GetBytes(_base64.ToString())));
        _base64.Clear();
    }
}
