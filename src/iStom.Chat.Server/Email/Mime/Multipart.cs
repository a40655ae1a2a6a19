using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>A multipart body cut at its boundary (RFC 2046 §5.1.1).</summary>
internal static class Multipart
{
    /// <summary>RFC 2046 says 70.</summary>
    private const int LongestBoundary = 250;

    /// <summary>
    /// Its parts; the last one ends with the body where the closing line is missing. Without a boundary that comes, the
    /// first line that could be one is it. None when there is no such line either.
    /// </summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string? boundary, ReadingLog log)
    {
        if (boundary is { Length: > 0 and <= LongestBoundary } && Cut(body, Encoding.UTF8.GetBytes(boundary)) is { Count: > 0 } parts)
        {
            return parts;
        }

        log.Tell(MailProblems.BoundaryMissing);
        return Guess(body.Span) is { Length: > 0 } guess ? Cut(body, guess) : [];
    }

    private static List<ReadOnlyMemory<byte>> Cut(ReadOnlyMemory<byte> body, ReadOnlySpan<byte> boundary)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var span = body.Span;
        var start = -1;
        for (var position = 0; position < span.Length && parts.Count <= MailLimits.Parts;)
        {
            var line = ByteLines.At(span, position, out var next);
            if (IsDelimiter(line, boundary, out var closes))
            {
                Add(parts, body, start, position);
                start = next;
                if (closes)
                {
                    return parts;
                }
            }

            position = next;
        }

        Add(parts, body, start, span.Length);
        return parts;
    }

    /// <summary>The line end in front of a delimiter belongs to it.</summary>
    private static void Add(List<ReadOnlyMemory<byte>> parts, ReadOnlyMemory<byte> body, int start, int end)
    {
        if (start < 0)
        {
            return;
        }

        var part = body[start..Math.Max(start, end)];
        parts.Add(part.Span switch
        {
            [.., (byte)'\r', (byte)'\n'] => part[..^2],
            [.., (byte)'\n'] => part[..^1],
            _ => part,
        });
    }

    private static bool IsDelimiter(ReadOnlySpan<byte> line, ReadOnlySpan<byte> boundary, out bool closes)
    {
        closes = false;
        if (!line.StartsWith("--"u8) || !line[2..].StartsWith(boundary))
        {
            return false;
        }

        var rest = line[(2 + boundary.Length)..];
        closes = rest.StartsWith("--"u8);
        return (closes ? rest[2..] : rest).TrimEnd(" \t"u8).Length == 0;
    }

    private static ReadOnlySpan<byte> Guess(ReadOnlySpan<byte> body)
    {
        for (var position = 0; position < body.Length;)
        {
            var line = ByteLines.At(body, position, out position).TrimEnd(" \t"u8);
            if (line.StartsWith("--"u8) && line.Length is > 4 and <= LongestBoundary)
            {
                return line[2..];
            }
        }

        return [];
    }
}
