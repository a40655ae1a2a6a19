namespace iStom.Chat.Domain.Conversations;

/// <summary>A text that says yes, it helped, and nothing else, in either language. One word besides, and it is a message like any other.</summary>
public static class PlainYes
{
    private const int MostWords = 12;

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "да", "помогло", "заработало", "работает", "yes", "helped", "works" };

    private static readonly HashSet<string> Besides = new(StringComparer.OrdinalIgnoreCase)
    {
        "всё", "все", "теперь", "спасибо", "большое", "огромное", "вам", "добрый", "доброе", "день", "утро", "вечер", "здравствуйте", "хорошо", "отлично", "в", "порядке", "ок",
        "it", "all", "is", "now", "has", "thanks", "thank", "you", "very", "much", "hello", "hi", "good", "morning", "afternoon", "evening", "fine", "great", "ok",
    };

    /// <summary>A question mark makes it a question, and an opening bracket may be a sad face.</summary>
    public static bool Is(string text)
    {
        if (text.Contains('?', StringComparison.Ordinal))
        {
            return false;
        }

        var words = text.Split([' ', '\u00a0', '\n', '\t', ',', '.', '!', ';', ':', '-', '–', '—', ')', '«', '»', '"'], MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && words.Any(Yes.Contains) && words.All(word => Yes.Contains(word) || Besides.Contains(word));
    }
}
