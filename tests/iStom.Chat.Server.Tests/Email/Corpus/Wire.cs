using System.Globalization;
using System.Text;

namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>Encodes as mail programs do.</summary>
internal static class Wire
{
    /// <summary>Lines of a literal as they are on the wire, each beyond ASCII as UTF-8.</summary>
    public static byte[] Raw(string literal) => Encoding.UTF8.GetBytes(Lines(literal));

    /// <summary>As <see cref="Raw(string)"/>, with bodies in between that are bytes: <c>{0}</c>, <c>{1}</c> ….</summary>
    public static byte[] Raw(string literal, params byte[][] bodies)
    {
        var bytes = new List<byte>();
        var rest = Lines(literal);
        for (var index = 0; index < bodies.Length; index++)
        {
            var parts = rest.Split("{" + index.ToString(CultureInfo.InvariantCulture) + "}", 2);
            bytes.AddRange(Encoding.UTF8.GetBytes(parts[0]));
            bytes.AddRange(bodies[index]);
            rest = parts[1];
        }

        return [.. bytes, .. Encoding.UTF8.GetBytes(rest)];
    }

    public static Encoding Charset(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(false),
        "utf-16" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        "us-ascii" => Encoding.ASCII,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name)!,
    };

    public static byte[] Body(string text, string charset, string encoding) => Body(Charset(charset).GetBytes(Lines(text)), encoding);

    public static byte[] Body(byte[] bytes, string encoding) => encoding switch
    {
        "base64" => Encoding.ASCII.GetBytes(Wrapped(Convert.ToBase64String(bytes))),
        "quoted-printable" => Encoding.ASCII.GetBytes(Quoted(bytes)),
        _ => bytes,
    };

    /// <summary>An encoded word (RFC 2047).</summary>
    public static string Word(string text, string charset = "utf-8", char form = 'B') => Word(Charset(charset).GetBytes(text), charset, form);

    public static string Word(byte[] bytes, string charset, char form) => form == 'B'
        ? $"=?{charset}?B?{Convert.ToBase64String(bytes)}?="
        : $"=?{charset}?Q?{string.Concat(bytes.Select(octet => octet == ' ' ? "_" : char.IsAsciiLetterOrDigit((char)octet) ? ((char)octet).ToString() : $"={octet:X2}"))}?=";

    /// <summary>A value with a charset (RFC 2231).</summary>
    public static string Percent(string text, string charset = "utf-8") =>
        string.Concat(Charset(charset).GetBytes(text).Select(octet => char.IsAsciiLetterOrDigit((char)octet) || octet == '.' ? ((char)octet).ToString() : $"%{octet:X2}"));

    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");

    private static string Wrapped(string base64) => string.Join("\r\n", base64.Chunk(76).Select(line => new string(line)));

    private static string Quoted(byte[] bytes)
    {
        var text = new StringBuilder();
        var column = 0;
        for (var index = 0; index < bytes.Length; index++)
        {
            var ends = bytes[index] == '\r' && index + 1 < bytes.Length && bytes[index + 1] == '\n';
            var sign = ends ? "\r\n" : bytes[index] is >= 33 and <= 126 and not (byte)'=' or (byte)' ' ? ((char)bytes[index]).ToString() : $"={bytes[index]:X2}";
            text.Append(!ends && column + sign.Length > 75 ? "=\r\n" : "").Append(sign);
            column = ends ? 0 : column + sign.Length > 75 ? sign.Length : column + sign.Length;
            index += ends ? 1 : 0;
        }

        return text.ToString();
    }
}
