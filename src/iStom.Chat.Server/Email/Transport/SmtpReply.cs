using System.Globalization;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>An answer of an SMTP server (RFC 5321, 4.2), as far as it is short enough to be one.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">What stands behind them, a character for each octet.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>RFC 5321, 4.5.3.1.5 has 512; servers with much to say exceed it.</summary>
    private const int MostOctets = 4096;

    private const int MostLines = 100;

    /// <summary>The enhanced code (RFC 2034, 3463) in front of its words; null without.</summary>
    public string? Status => Lines[0].Split(' ')[0] is var first && first.Split('.') is [{ Length: 1 } kind, { Length: > 0 and <= 3 } subject, { Length: > 0 and <= 3 } detail]
        && kind[0] == '0' + (Code / 100) && (subject + detail).All(char.IsAsciiDigit) ? first : null;

    /// <summary>For people.</summary>
    public string Words => ServerWords.Of(string.Join(' ', Lines.Select((line, index) => index > 0 || Status is null ? line : line[Status.Length..])));

    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>Reads one.</summary>
    /// <exception cref="MailServerException">It is none, or has no end.</exception>
    public static async Task<SmtpReply> ReadAsync(MailConnection connection, CancellationToken cancellation)
    {
        var (lines, code) = (new List<string>(), -1);
        while (lines.Count < MostLines)
        {
            var line = await connection.ReadLineAsync(MostOctets, cancellation);
            if (CodeOf(line) is not { } found || (code >= 0 && found != code))
            {
                throw new MailServerException(MailFailures.Garbled);
            }

            code = found;
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new(code, lines);
            }
        }

        throw new MailServerException(MailFailures.Garbled);
    }

    private static int? CodeOf(string line) =>
        line.Length >= 3 && (line.Length == 3 || line[3] is ' ' or '-') && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 200 and < 600
            ? code
            : null;
}
