using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>Content lines of the first event of a calendar (RFC 5545 §3.1).</summary>
internal sealed class CalendarFields
{
    private readonly Dictionary<string, (string Value, string Parameters)> _fields = new(StringComparer.Ordinal);

    public string Method { get; private set; } = "";

    /// <summary>The first of that name, unescaped; its parameters begin with a semicolon. Empty when there is none.</summary>
    public (string Value, string Parameters) this[string name] => _fields.GetValueOrDefault(name, ("", ""));

    /// <summary>Nothing when there is no event.</summary>
    public static CalendarFields? Read(string calendar)
    {
        var fields = new CalendarFields();
        var depth = 0;
        foreach (var line in Unfolded(calendar))
        {
            var (name, value, parameters) = Split(line);
            depth += (name, value.ToUpperInvariant(), depth) switch
            {
                ("BEGIN", "VEVENT", 0) => 1,
                ("BEGIN", _, > 0) => 1,
                ("END", _, > 0) => -1,
                _ => 0,
            };
            if (name == "END" && depth == 0 && fields._fields.Count > 0)
            {
                return fields;
            }

            fields.Keep(name, value, parameters, depth);
        }

        return fields._fields.Count > 0 ? fields : null;
    }

    private void Keep(string name, string value, string parameters, int depth)
    {
        if (depth == 1 && name is not ("BEGIN" or "END"))
        {
            _fields.TryAdd(name, (Unescaped(value), parameters));
        }

        Method = depth == 0 && name == "METHOD" ? value : Method;
    }

    private static IEnumerable<string> Unfolded(string calendar)
    {
        var text = PlainText.Clean(calendar).Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        return text.Split('\n').Where(line => line.Length > 0);
    }

    /// <summary>A colon inside quotes belongs to a parameter.</summary>
    private static (string Name, string Value, string Parameters) Split(string line)
    {
        var isQuoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            isQuoted ^= line[index] == '"';
            if (line[index] == ':' && !isQuoted)
            {
                var head = line[..index];
                var semicolon = head.IndexOf(';', StringComparison.Ordinal);
                return (head[..(semicolon < 0 ? head.Length : semicolon)].ToUpperInvariant(), line[(index + 1)..], semicolon < 0 ? "" : head[semicolon..]);
            }
        }

        return ("", "", "");
    }

    private static string Unescaped(string value)
    {
        var plain = new StringBuilder(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            var escapes = value[index] == '\\' && index + 1 < value.Length;
            index += escapes ? 1 : 0;
            plain.Append(escapes && value[index] is 'n' or 'N' && value[index - 1] == '\\' ? '\n' : value[index]);
        }

        return plain.ToString();
    }
}
