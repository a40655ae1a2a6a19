using System.Globalization;
using iStom.Chat.Domain.Conversations;

namespace iStom.Chat.Domain.Manual;

/// <summary>What an article must be, whoever gives it: a person or a file.</summary>
public static class ManualRules
{
    /// <summary>Longest body, in UTF-16 code units.</summary>
    public const int LongestBody = 50_000;

    /// <summary>Longest title, product, module or tag, in UTF-16 code units.</summary>
    public const int LongestTitle = 200;

    public const int MostTags = 20;

    /// <summary>
    /// The article as it is kept: outer white space gone, what is empty null, each tag once. Refuses <c>title-missing</c>,
    /// <c>text-empty</c>, <c>text-too-long</c>, <c>text-malformed</c>, <c>too-many-tags</c>.
    /// </summary>
    public static Decision<Article> Accept(Article wished)
    {
        var article = wished with
        {
            Title = wished.Title.Trim(),
            Body = wished.Body.ReplaceLineEndings("\n").Trim(),
            Tags = [.. wished.Tags.Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            Product = Trimmed(wished.Product),
            Module = Trimmed(wished.Module),
        };
        return RefusalOf(article) is { } refusal ? refusal : article;
    }

    private static Refusal? RefusalOf(Article article)
    {
        if (article.Title.Length == 0)
        {
            return ManualRefusals.TitleMissing;
        }

        if (article.Tags.Count > MostTags)
        {
            return ManualRefusals.TooManyTags;
        }

        string[] lines = [article.Title, .. article.Tags, article.Product ?? "", article.Module ?? ""];
        return lines.Select(LineRefusal).FirstOrDefault(refusal => refusal is not null) ?? RefusalOf(article.Body);
    }

    /// <summary>Why a text cannot be a title, a tag, a product or a module; null when it can.</summary>
    public static Refusal? LineRefusal(string line) => line.Length > LongestTitle
        ? TooLong(LongestTitle)
        : line.Any(char.IsControl) || !MessageText.IsWellFormed(line) ? ConversationRefusals.TextMalformed : null;

    private static Refusal? RefusalOf(string body) => body.Length switch
    {
        0 => ConversationRefusals.TextEmpty,
        > LongestBody => TooLong(LongestBody),
        _ => MessageText.IsWellFormed(body) ? null : ConversationRefusals.TextMalformed,
    };

    private static Refusal TooLong(int limit) => ConversationRefusals.TextTooLong with
    {
        Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) },
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
