using iStom.Chat.Server.Storage.Search;

namespace iStom.Chat.Server.Contract;

/// <summary>How what is sought is compared with what there is.</summary>
public static class SearchWords
{
    /// <summary>Small letters, and е for ё, as hardly anybody writes it.</summary>
    public static string Normal(string text) => SearchText.Normal(text.Trim());

    /// <summary>A pattern for SQL's <c>like</c>: this text, whatever stands around it.</summary>
    public static string Around(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
