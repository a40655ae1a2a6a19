using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// Addresses of a header field (RFC 5322 §3.4 and §4.4): names as atoms, quoted or encoded, comments, groups, routes, and
/// what people's programs make of it: semicolons for commas, names without quotes, addresses without brackets. What is no
/// address stays as words. Structure is read before encoded words are, so these can make no second address, whatever stands in them.
/// </summary>
internal sealed class AddressList
{
    private readonly string _field;
    private readonly List<MailAddress> _addresses = [];
    private readonly StringBuilder _name = new();
    private readonly StringBuilder _bare = new();
    private readonly StringBuilder _comment = new();
    private string? _angle;
    private int _position;
    private readonly int _lastAngle;
    private readonly int _lastQuote;
    private readonly int _lastWord;

    private AddressList(string field) => 
        (_field, _lastAngle, _lastQuote, _lastWord) = (field, field.LastIndexOf('>'), field.LastIndexOf('"'), field.LastIndexOf("?=", StringComparison.Ordinal));

    public static IReadOnlyList<MailAddress> Read(IEnumerable<string> fields, ReadingLog log)
    {
        MailAddress[] all = [.. fields.SelectMany(field => new AddressList(field).Read()).Take(MailLimits.Addresses + 1)];
        if (all.Length <= MailLimits.Addresses)
        {
            return all;
        }

        log.Tell(MailProblems.ListTooLong);
        return all[..MailLimits.Addresses];
    }

    private List<MailAddress> Read()
    {
        while (_position < _field.Length && _addresses.Count <= MailLimits.Addresses)
        {
            ReadNext(_field[_position]);
        }

        End();
        return _addresses;
    }

    private void ReadNext(char sign)
    {
        switch (sign)
        {
            case '"' when _position < _lastQuote:
                Quote();
                break;
            case '"':
                _position++;
                break;
            case '(':
                Comment();
                break;
            case '<' when _position < _lastAngle:
                Angle();
                break;
            case '=' when _position < _lastWord && EncodedWords.EndAt(_field, _position) is { } end:
                Append(_field.AsSpan(_position, end - _position));
                break;
            case '[' when _field.IndexOf(']', _position, Math.Min(64, _field.Length - _position)) is var close and >= 0:
                Append(_field.AsSpan(_position, close + 1 - _position));
                break;
            case ',' or ';':
                End();
                _position++;
                break;
            case ':' when _angle is null:
                Clear();
                _position++;
                break;
            default:
                _position += sign == '\\' && _position + 1 < _field.Length ? 1 : 0;
                Append(_field.AsSpan(_position, 1));
                break;
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        _name.Append(text);
        _bare.Append(text);
        _position += text.Length;
    }

    private void Quote()
    {
        var start = _position;
        _name.Append(QuotedText.Read(_field, ref _position));
        _bare.Append(_field, start, _position - start);
    }

    private void Angle()
    {
        var end = _field.IndexOf('>', _position);
        _angle = _field[(_position + 1)..end];
        _position = end + 1;
    }

    /// <summary>Comments nest (RFC 5322 §3.2.2).</summary>
    private void Comment()
    {
        var depth = 0;
        do
        {
            var sign = _field[_position++];
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            var escapes = sign == '\\' && _position < _field.Length;
            _comment.Append(depth > 0 && (sign != '(' || depth > 1) ? escapes ? _field[_position] : sign : ' ');
            _position += escapes ? 1 : 0;
        }
        while (depth > 0 && _position < _field.Length);
    }

    private void End()
    {
        var name = OneLine.Of(EncodedWords.Decode(_name.ToString()));
        var found = _angle is null ? Bare(name) : Named(_angle, name);
        if (found is { IsAddress: true } or { Name.Length: > 0 })
        {
            _addresses.Add(found);
        }

        Clear();
    }

    private void Clear()
    {
        _name.Clear();
        _bare.Clear();
        _comment.Clear();
        _angle = null;
    }

    private MailAddress Named(string angle, string name)
    {
        var route = angle.LastIndexOf(':');
        var spec = Joined(route >= 0 && !angle.Contains('[', StringComparison.Ordinal) ? angle[(route + 1)..] : angle);
        return MailAddress.TryParse(spec, out var address) ? address.Named(name.Length > 0 ? name : CommentText)
            : MailAddress.Words($"{name} {EncodedWords.Decode(angle)}");
    }

    private MailAddress Bare(string words)
    {
        var bare = _bare.ToString().Trim();
        if (MailAddress.TryParse(Joined(bare), out var address))
        {
            return address.Named(CommentText);
        }

        var blank = bare.LastIndexOf(' ');
        return blank > 0 && MailAddress.TryParse(bare[(blank + 1)..], out address) && OneLine.Of(EncodedWords.Decode(bare[..blank])) is var name
            ? address.Named(name)
            : MailAddress.Words(words);
    }

    private string CommentText => OneLine.Of(EncodedWords.Decode(_comment.ToString().Trim()));

    /// <summary>Without the blanks around "@" and dots that RFC 5322 §4.4 allows; other blanks stay and make it no address.</summary>
    private static string Joined(string spec)
    {
        var joined = new StringBuilder(spec.Length);
        var isQuoted = false;
        for (var index = 0; index < spec.Length; index++)
        {
            isQuoted ^= spec[index] == '"';
            var next = index + 1 < spec.Length ? spec[index + 1] : '@';
            var drop = !isQuoted && spec[index] is ' ' or '\t' && (joined.Length == 0 || joined[^1] is '@' or '.' or ' ' || next is '@' or '.' or ' ');
            joined.Append(drop ? "" : spec.AsSpan(index, 1));
        }

        return joined.ToString();
    }
}
