using System.Text.RegularExpressions;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Wording;

/// <summary>What a canned reply must be.</summary>
public static partial class CannedRules
{
    /// <summary>Longest title, in UTF-16 code units.</summary>
    public const int LongestTitle = 100;

    /// <summary>Longest shortcut, in UTF-16 code units.</summary>
    public const int LongestShortcut = 40;

    /// <summary>What may stand in braces; it is filled in when the reply is put into a letter.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["visitor", "agent", "ticket", "deadline", "clinic"];

    /// <summary>
    /// The reply as it is kept. It has a title, and a text in one language at least. Refuses <c>text-empty</c>,
    /// <c>text-too-long</c>, <c>text-malformed</c> and <see cref="WordingRefusals"/>, each with the property.
    /// </summary>
    public static Decision<CannedReply> Accept(CannedReply wished)
    {
        var title = Template.Accept(wished.Title, "Title", LongestTitle, Placeholders);
        var shortcut = (wished.Shortcut ?? "").Trim().TrimStart('/').ToLowerInvariant();
        var russian = Template.AcceptOptional(wished.Text.Russian, "Russian", MessageText.MaxLength, Placeholders);
        var english = Template.AcceptOptional(wished.Text.English, "English", MessageText.MaxLength, Placeholders);
        var refusal = title.Refusal ?? (title.Value.Contains('\n', StringComparison.Ordinal) ? Template.At(ConversationRefusals.TextMalformed, "Title") : null)
            ?? (shortcut.Length <= LongestShortcut && ShortcutForm().IsMatch(shortcut) ? null : Template.At(WordingRefusals.ShortcutMalformed, "Shortcut"))
            ?? russian.Refusal ?? english.Refusal
            ?? (russian.Value.Length + english.Value.Length == 0 ? Template.At(ConversationRefusals.TextEmpty, "Russian") : null);
        return refusal ?? (Decision<CannedReply>)(wished with
        {
            Title = title.Value,
            Shortcut = shortcut.Length == 0 ? null : shortcut,
            Text = new LocalizedName(russian.Value, english.Value),
        });
    }

    [GeneratedRegex(@"\A[\p{L}\p{Nd}-]*\z", RegexOptions.None, 1000)]
    private static partial Regex ShortcutForm();
}
