namespace iStom.Chat.Server.Email.Mime;

/// <summary>A value with parameters, as Content-Type and Content-Disposition have it (RFC 2045 §5.1, RFC 2231).</summary>
/// <param name="Value">In lower case.</param>
/// <param name="Parameters">By their names in lower case, decoded and on one line.</param>
internal sealed record StructuredValue(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    public static StructuredValue Read(string raw)
    {
        var parameters = new ParameterPieces();
        var semicolon = raw.IndexOf(';', StringComparison.Ordinal);
        var value = semicolon < 0 ? raw : raw[..semicolon];
        for (var position = semicolon < 0 ? raw.Length : semicolon + 1; position < raw.Length && parameters.HasRoom;)
        {
            position = ReadParameter(raw, position, parameters);
        }

        var comment = value.IndexOf('(', StringComparison.Ordinal);
        return new((comment < 0 ? value : value[..comment]).Trim().Trim('"').ToLowerInvariant(), parameters.Joined());
    }

    /// <summary>One <c>name=value</c>; gives the place behind its semicolon.</summary>
    private static int ReadParameter(string raw, int start, ParameterPieces parameters)
    {
        var mark = raw.AsSpan(start).IndexOfAny('=', ';');
        if (mark < 0 || raw[start + mark] == ';')
        {
            return mark < 0 ? raw.Length : start + mark + 1;
        }

        var name = raw[start..(start + mark)].Trim().ToLowerInvariant();
        var position = start + mark + 1;
        while (position < raw.Length && raw[position] is ' ' or '\t')
        {
            position++;
        }

        var isQuoted = position < raw.Length && raw[position] == '"';
        var value = isQuoted ? QuotedText.Read(raw, ref position) : Plain(raw, ref position);
        parameters.Add(name, value);
        var end = raw.IndexOf(';', position);
        return end < 0 ? raw.Length : end + 1;
    }

    /// <summary>To the next semicolon: some send names with blanks and do not quote them.</summary>
    private static string Plain(string raw, ref int position)
    {
        var end = raw.IndexOf(';', position);
        var value = raw[position..(end < 0 ? raw.Length : end)];
        position += value.Length;
        return value.Trim();
    }
}
