using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>Words as IMAP's commands have them.</summary>
internal static class ImapText
{
    /// <summary>A name of a folder: quoted, in modified UTF-7 (RFC 3501, 5.1.3).</summary>
    public static string Folder(string name) => Quoted(Utf7(name));

    /// <summary>Printable ASCII in quotes (RFC 9051, 4.3).</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Whether it may be in quotes; else it is a literal.</summary>
    public static bool IsQuotable(string text) => text.All(one => one is >= ' ' and <= '~');

    private static string Utf7(string name)
    {
        var (text, shifted) = (new StringBuilder(), new StringBuilder());
        foreach (var one in name)
        {
            if (one is < ' ' or > '~')
            {
                shifted.Append(one);
                continue;
            }

            Unshift(text, shifted);
            text.Append(one == '&' ? "&-" : one.ToString());
        }

        Unshift(text, shifted);
        return text.ToString();
    }

    private static void Unshift(StringBuilder text, StringBuilder shifted)
    {
        if (shifted.Length > 0)
        {
            text.Append('&').Append(Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(shifted.ToString())).TrimEnd('=').Replace('/', ',')).Append('-');
            shifted.Clear();
        }
    }
}
