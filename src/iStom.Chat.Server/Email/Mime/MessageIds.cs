using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>Message ids of a header field (RFC 5322 §3.6.4), without their brackets and without what folding put into them.</summary>
internal static class MessageIds
{
    /// <summary>The first one, if any.</summary>
    public static string? First(IEnumerable<string> fields) => fields.SelectMany(Of).FirstOrDefault();

    public static IReadOnlyList<string> Read(IEnumerable<string> fields, ReadingLog log)
    {
        string[] all = [.. fields.SelectMany(Of).Distinct(StringComparer.Ordinal)];
        if (all.Length <= MailLimits.MessageIds)
        {
            return all;
        }

        log.Tell(MailProblems.ListTooLong);
        return [all[0], .. all[^(MailLimits.MessageIds - 1)..]];
    }

    /// <summary>In brackets; words with an @ where there are no brackets.</summary>
    private static IEnumerable<string> Of(string field)
    {
        var found = false;
        for (var start = field.IndexOf('<', StringComparison.Ordinal); start >= 0;)
        {
            var end = field.IndexOf('>', start);
            if (end < 0)
            {
                break;
            }

            var id = Clean(field.AsSpan((start + 1)..end));
            found |= id.Length > 0;
            if (id.Length is > 0 and <= MailLimits.ValueCharacters)
            {
                yield return id;
            }

            start = field.IndexOf('<', end);
        }

        foreach (var word in found ? [] : field.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains('@', StringComparison.Ordinal) && Clean(word) is { Length: > 0 and <= MailLimits.ValueCharacters } id)
            {
                yield return id;
            }
        }
    }

    private static string Clean(ReadOnlySpan<char> id)
    {
        var clean = new StringBuilder(id.Length);
        foreach (var letter in id)
        {
            clean.Append(char.IsWhiteSpace(letter) || char.IsControl(letter) || char.IsSurrogate(letter) || letter is '<' or '>' ? "" : [letter]);
        }

        return clean.ToString();
    }
}
