using System.Globalization;
using iStom.Chat.Domain.Conversations;

namespace iStom.Chat.Domain.Wording;

/// <summary>A text with placeholders: names in braces, <c>{visitor}</c>, that are filled in where it is shown.</summary>
internal static class Template
{
    /// <summary>What is longer is no name, but the text after a brace that was forgotten.</summary>
    private const int LongestName = 40;

    /// <summary>
    /// The text as it is kept, or why not: as a message is refused, and <see cref="WordingRefusals.UnknownPlaceholder"/> and
    /// <see cref="WordingRefusals.PlaceholderOpen"/> with the place.
    /// </summary>
    /// <param name="text">As it was written.</param>
    /// <param name="property">The field that a refusal names.</param>
    /// <param name="longest">In UTF-16 code units.</param>
    /// <param name="placeholders">Those that there are.</param>
    public static Decision<string> Accept(string text, string property, int longest, IReadOnlyList<string> placeholders)
    {
        if (text.Trim().Length > longest)
        {
            return At(ConversationRefusals.TextTooLong, property, ("limit", Number(longest)));
        }

        var accepted = MessageText.Accept(text);
        return (accepted.Refusal is { } malformed ? At(malformed, property) : RefusalOf(accepted.Value, property, placeholders)) ?? accepted;
    }

    /// <summary>As <see cref="Accept"/>; a text may be left out.</summary>
    public static Decision<string> AcceptOptional(string text, string property, int longest, IReadOnlyList<string> placeholders) =>
        string.IsNullOrWhiteSpace(text) ? "" : Accept(text, property, longest, placeholders);

    public static Refusal At(Refusal refusal, string property, params IEnumerable<(string Name, string Value)> facts)
    {
        var detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["property"] = property };
        foreach (var (name, value) in facts)
        {
            detail[name] = value;
        }

        return refusal with { Detail = detail };
    }

    private static Refusal? RefusalOf(string text, string property, IReadOnlyList<string> placeholders)
    {
        for (var from = text.IndexOf('{', StringComparison.Ordinal); from >= 0; from = text.IndexOf('{', from + 1))
        {
            var end = text.IndexOf('}', from);
            var name = end < 0 ? "" : text[(from + 1)..end];
            if (!placeholders.Contains(name, StringComparer.Ordinal))
            {
                return end < 0 || name.Length > LongestName
                    ? At(WordingRefusals.PlaceholderOpen, property, PlaceOf(text, from))
                    : At(WordingRefusals.UnknownPlaceholder, property, [("placeholder", name), .. PlaceOf(text, from)]);
            }
        }

        return null;
    }

    private static (string, string)[] PlaceOf(string text, int at) =>
        [("line", Number(1 + text.AsSpan(0, at).Count('\n'))), ("column", Number(at - text.LastIndexOf('\n', at)))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
