using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>
/// Takes a line of an IMAP server apart (RFC 9051, 9). Lenient: a missing bracket ends with the line, what is in the wrong place is a
/// word; never an exception.
/// </summary>
internal sealed class ImapParser(string line, IReadOnlyList<byte[]> literals)
{
    private const int DeepestList = 16;
    private int _at;
    private int _literal;

    /// <summary>All values of a line.</summary>
    /// <param name="line">Without tag or star; where a literal was, stands its length in braces.</param>
    /// <param name="literals">Those, in their order.</param>
    public static IReadOnlyList<ImapValue> Parse(string line, IReadOnlyList<byte[]> literals) => new ImapParser(line, literals).List(0);

    private List<ImapValue> List(int depth)
    {
        var items = new List<ImapValue>();
        while (_at < line.Length)
        {
            var one = line[_at];
            if (one == ')' && depth > 0)
            {
                _at++;
                return items;
            }

            if (one is ' ' or ')')
            {
                _at++;
            }
            else
            {
                items.Add(Value(one, depth));
            }
        }

        return items;
    }

    private ImapValue Value(char first, int depth)
    {
        if (first == '(' && depth < DeepestList)
        {
            _at++;
            return new(null, Items: List(depth + 1));
        }

        return first switch
        {
            '"' => new(Quoted()),
            '{' or '~' when _literal < literals.Count => Literal(),
            _ => new(Atom()),
        };
    }

    private ImapValue Literal()
    {
        var end = line.IndexOf('}', _at);
        _at = end < 0 ? line.Length : end + 1;
        return new(null, literals[_literal++]);
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        for (_at++; _at < line.Length && line[_at] != '"'; _at++)
        {
            _at += line[_at] == '\\' && _at + 1 < line.Length ? 1 : 0;
            text.Append(line[_at]);
        }

        _at++;
        return text.ToString();
    }

    /// <summary>To the next space or bracket; what stands in square brackets belongs to it: <c>BODY[HEADER.FIELDS (TO)]&lt;0&gt;</c>.</summary>
    private string Atom()
    {
        var (start, inside) = (_at, false);
        for (_at++; _at < line.Length && (inside || line[_at] is not (' ' or '(' or ')')); _at++)
        {
            inside = line[_at] == '[' || (inside && line[_at] != ']');
        }

        return line[start..Math.Min(_at, line.Length)];
    }
}
