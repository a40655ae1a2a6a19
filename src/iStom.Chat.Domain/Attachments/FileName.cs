using System.Globalization;
using System.Text;

namespace iStom.Chat.Domain.Attachments;

/// <summary>The name of a file, as people may see it and save under it.</summary>
public static class FileName
{
    /// <summary>Longest name that is kept, in UTF-16 code units; what is longer loses the end of its stem.</summary>
    public const int LongestName = 120;

    private const string NotInNames = "<>:\"|?*";

    /// <summary>
    /// The name without its folders, without signs that are not seen (which could hide how it ends) or that no file system takes. Refuses
    /// <c>file-type-refused</c>: how it ends is none of <see cref="FileTypes"/>.
    /// </summary>
    public static Decision<string> Accept(string? name)
    {
        var own = (name ?? "").Split('/', '\\')[^1];
        var seen = string.Concat(Runes(own).Where(IsSeen)).Normalize().Trim();
        if (FileTypes.Of(seen) is null)
        {
            return AttachmentRefusals.TypeRefused;
        }

        var (stem, ending) = (Path.GetFileNameWithoutExtension(seen).TrimEnd(' ', '.'), Path.GetExtension(seen));
        return $"{Cut(stem.Length == 0 ? "file" : stem, LongestName - ending.Length)}{ending}";
    }

    /// <summary>A lone surrogate is none of them.</summary>
    private static IEnumerable<Rune> Runes(string text) => text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar);

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !NotInNames.Contains(rune.ToString(), StringComparison.Ordinal);

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
