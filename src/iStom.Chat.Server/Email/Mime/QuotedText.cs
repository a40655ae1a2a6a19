using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>A quoted string (RFC 5322 §3.2.4).</summary>
internal static class QuotedText
{
    /// <summary>What stands between the quotes. One that does not end goes to the end.</summary>
    /// <param name="text">The field.</param>
    /// <param name="position">At the opening quote; afterwards behind the closing one.</param>
    public static string Read(string text, ref int position)
    {
        var inner = new StringBuilder();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            position += text[position] == '\\' && position + 1 < text.Length && text[position + 1] is '"' or '\\' ? 1 : 0;
            inner.Append(text[position]);
        }

        position = Math.Min(position + 1, text.Length);
        return inner.ToString();
    }
}
