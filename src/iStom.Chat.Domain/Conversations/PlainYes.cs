namespace iStom.Chat.Domain.Conversations;

/// <summary>A text that says yes, it helped, and nothing else, in either language. One word besides, and it is a message like any other.</summary>
public static class PlainYes
{
    private const int MostWords = 8;

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "да", "помогло", "заработало", "работает", "yes", "helped", "works" };

    private static readonly HashSet<string> Besides = new(StringComparer.OrdinalIgnoreCase)
    {
        "всё", "все", "теперь", "спасибо", "большое", "вам", "добрый", "день", "здравствуйте",
        "it", "all", "now", "has", "thanks", "thank", "you", "very", "much", "hello", "hi",
    };

    /// <summary>A question mark makes it a question.</summary>
    public static bool Is(string text)
    {
        if (text.Contains('?', StringComparison.Ordinal))
        {
            return false;
        }

        var words = text.Split([' ', '\n', '\t', ',', '.', '!', ';', ':', '-', '–', '—', '(', ')', '«', '»', '"'], MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && words.Any(Yes.Contains) && words.All(word => Yes.Contains(word) || Besides.Contains(word));
    }
}
