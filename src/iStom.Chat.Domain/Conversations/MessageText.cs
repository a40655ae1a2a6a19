using System.Text;

namespace iStom.Chat.Domain.Conversations;

/// <summary>What may stand in a message: text that every store, screen and mail can carry.</summary>
public static class MessageText
{
    /// <summary>Longest message or note, in UTF-16 code units: what a browser's <c>maxlength</c> counts.</summary>
    public const int MaxLength = 8000;

    /// <summary>
    /// The text as it is stored: line ends as <c>\n</c>, outer white space gone.
    /// Refuses <c>text-empty</c>, <c>text-too-long</c>, and <c>text-malformed</c>: control characters
    /// (PostgreSQL's jsonb cannot hold U+0000) and lone surrogates, which would poison every later reader.
    /// </summary>
    /// <param name="text">As it was written.</param>
    /// <param name="mayBeEmpty">Whether something else is said: files.</param>
    public static Decision<string> Accept(string? text, bool mayBeEmpty = false)
    {
        var normal = (text ?? "").ReplaceLineEndings("\n").Trim();
        if (normal.Length == 0 && !mayBeEmpty)
        {
            return ConversationRefusals.TextEmpty;
        }

        if (normal.Length > MaxLength)
        {
            return ConversationRefusals.TextTooLong;
        }

        return IsWellFormed(normal) ? normal : ConversationRefusals.TextMalformed;
    }

    /// <summary>Neither control characters, but for line ends and tabs, nor lone surrogates.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done
                || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
