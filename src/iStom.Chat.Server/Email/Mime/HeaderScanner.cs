using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// Header fields out of bytes (RFC 5322 §2.2), each byte looked at a fixed number of times. Lines may end with LF alone; a
/// line of an mbox file in front is passed over; a line that is no field continues the field before it when another field
/// follows, else the body begins there.
/// </summary>
internal ref struct HeaderScanner(ReadOnlySpan<byte> bytes, ReadingLog log)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<(string Name, string Value)> _fields = [];
    private int _position;
    private int _valueStart = -1;
    private string _name = "";

    /// <summary>The fields, and where the body begins.</summary>
    public static (MailHeaders Headers, int Body) Read(ReadOnlySpan<byte> bytes, ReadingLog log)
    {
        var scanner = new HeaderScanner(bytes, log);
        var body = scanner.Scan();
        return (new(scanner._fields), body);
    }

    private int Scan()
    {
        while (_position < _bytes.Length)
        {
            var start = _position;
            var line = NextLine();
            if (line.Length == 0)
            {
                EndField(start);
                return _position;
            }

            if (Continues(line, start))
            {
                continue;
            }

            if (NameOf(line) is not { } name)
            {
                EndField(start);
                return start;
            }

            EndField(start);
            (_name, _valueStart) = (name, start + line.IndexOf((byte)':') + 1);
        }

        EndField(_bytes.Length);
        return _bytes.Length;
    }

    /// <summary>Without its end; <see cref="_position"/> stands behind it.</summary>
    private ReadOnlySpan<byte> NextLine()
    {
        var line = ByteLines.At(_bytes, _position, out var next);
        _position = next;
        return line;
    }

    private readonly bool Continues(ReadOnlySpan<byte> line, int start) =>
        line[0] is (byte)' ' or (byte)'\t' ? start > 0
        : NameOf(line) is null && (start == 0 ? IsMbox(line) : _valueStart >= 0 && NameOf(ByteLines.At(_bytes, _position, out _)) is not null);

    private static bool IsMbox(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);

    /// <summary>Printable ASCII in front of a colon (RFC 5322 §3.6.8), with the blanks before it that §4.5 allows.</summary>
    private static string? NameOf(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var name = colon > 0 ? line[..colon].TrimEnd(" \t"u8) : [];
        return name.Length is > 0 and <= 100 && !name.ContainsAnyExceptInRange((byte)33, (byte)126) ? Encoding.ASCII.GetString(name) : null;
    }

    private void EndField(int end)
    {
        if (_valueStart < 0)
        {
            return;
        }

        if (_fields.Count >= MailLimits.Fields || _valueStart > MailLimits.HeaderBytes || end - _valueStart > MailLimits.FieldBytes)
        {
            log.Tell(MailProblems.HeaderTooLarge);
        }

        if (_fields.Count < MailLimits.Fields && _valueStart <= MailLimits.HeaderBytes)
        {
            _fields.Add((_name, Unfolded(_bytes[_valueStart..Math.Min(end, _valueStart + MailLimits.FieldBytes)])));
        }

        _valueStart = -1;
    }

    /// <summary>On one line (RFC 5322 §2.2.3). Bytes beyond ASCII are read as UTF-8 (RFC 6532), else in the charset they look like.</summary>
    private static string Unfolded(ReadOnlySpan<byte> folded)
    {
        var text = Charsets.Decode(folded, null);
        var value = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var ends = text[index] is '\r' or '\n';
            var folds = ends && (index + 1 == text.Length || text[index + 1] is ' ' or '\t' or '\r' or '\n');
            value.Append(folds ? "" : ends || text[index] == '\0' ? " " : text.AsSpan(index, 1));
        }

        return value.ToString().Trim();
    }
}
