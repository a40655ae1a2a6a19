using System.Globalization;
using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>Reads what an IMAP server says, within bounds, whatever it says.</summary>
/// <param name="connection">Where from.</param>
/// <param name="mostLiteralOctets">The largest literal that was asked for.</param>
internal sealed class ImapReader(MailConnection connection, int mostLiteralOctets)
{
    /// <summary>A line may list the uids of some 100,000 unseen mails.</summary>
    private const int MostLineOctets = 1024 * 1024;

    private const int MostLiterals = 100;

    /// <summary>Octets that may come besides the mail during one command.</summary>
    private const int MostOtherOctets = 4 * 1024 * 1024;

    /// <summary>Octets of a line that costs memory though it is empty.</summary>
    private const int LineOctets = 64;

    private long _left = MostOtherOctets;

    /// <summary>A new command: counts from the beginning.</summary>
    public void Allow() => _left = (long)mostLiteralOctets + MostOtherOctets;

    /// <summary>The next response, with its literals.</summary>
    /// <exception cref="MailServerException">Too long, too large or no response at all.</exception>
    public async Task<ImapResponse> ReadAsync(CancellationToken cancellation)
    {
        var text = new StringBuilder(await LineAsync(cancellation));
        var (tag, rest) = Split(text.ToString());
        var literals = new List<byte[]>();
        for (var length = ImapResponse.IsStatusLine(tag, rest) ? null : LiteralAtEnd(text); length is { } octets; length = LiteralAtEnd(text))
        {
            literals.Add(await LiteralAsync(octets, literals.Count, cancellation));
            text.Append(await LineAsync(cancellation));
        }

        return new(tag, Split(text.ToString()).Text, literals);
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var line = await connection.ReadLineAsync(MostLineOctets, cancellation);
        Spend(line.Length + LineOctets);
        return line;
    }

    private async Task<byte[]> LiteralAsync(long octets, int before, CancellationToken cancellation)
    {
        if (octets > mostLiteralOctets || before == MostLiterals)
        {
            throw new MailServerException(MailFailures.Garbled);
        }

        Spend(octets);
        var literal = new byte[octets];
        await connection.ReadExactlyAsync(literal, cancellation);
        return literal;
    }

    private void Spend(long octets)
    {
        _left -= octets;
        if (_left < 0)
        {
            throw new MailServerException(MailFailures.Garbled);
        }
    }

    private static (string Tag, string Text) Split(string line) =>
        line.Split(' ', 2) is [{ Length: > 0 } tag, var rest] ? (tag, rest) : line == "+" ? (line, "") : throw new MailServerException(MailFailures.Garbled);

    /// <summary>The length in <c>{12}</c> or <c>{12+}</c> at the line's end (RFC 9051, 4.3).</summary>
    private static long? LiteralAtEnd(StringBuilder text)
    {
        const int MostDigits = 12;
        if (text is not [.., '}'])
        {
            return null;
        }

        var tail = text.ToString(Math.Max(0, text.Length - MostDigits - 3), Math.Min(text.Length, MostDigits + 3));
        var open = tail.LastIndexOf('{');
        return open >= 0 && long.TryParse(tail[(open + 1)..^1].TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var octets) ? octets : null;
    }
}
