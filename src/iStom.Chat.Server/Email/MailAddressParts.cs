using System.Text;

namespace iStom.Chat.Server.Email;

/// <summary>What is an address, and what its two parts are.</summary>
internal static class MailAddressParts
{
    /// <summary>Characters of a name; longer ones are cut.</summary>
    public const int LongestName = 256;

    /// <summary>Octets of a local part (RFC 5321 §4.5.3.1.1).</summary>
    private const int LongestLocalPart = 64;

    /// <summary>Characters of an address in any spelling.</summary>
    private const int Longest = 320;

    /// <summary>Other characters of an atom (RFC 5322 §3.2.3).</summary>
    private const string AtomMarks = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>Local part and ASCII domain, or nothing.</summary>
    public static (string Local, string Domain)? Split(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || address.Length > Longest || MailDomain.ToAscii(address[(at + 1)..]) is not { } domain)
        {
            return null;
        }

        return LocalPart(address[..at]) is { } local && Encoding.UTF8.GetByteCount(local) <= LongestLocalPart ? (local, domain) : null;
    }

    /// <summary>
    /// As an atom with dots where it can be, else as a quoted string. Two dots in a row or one at an end are taken, against
    /// RFC 5322: mobile operators of Japan gave such addresses out.
    /// </summary>
    private static string? LocalPart(string local) =>
        local is ['"', .., '"'] and { Length: > 2 } ? Unquoted(local[1..^1]) is { } inner ? Quoted(inner) : null
        : local.All(IsAtom) ? local
        : null;

    private static string? Unquoted(string quoted)
    {
        var plain = new StringBuilder(quoted.Length);
        for (var index = 0; index < quoted.Length; index++)
        {
            var escaped = quoted[index] == '\\';
            index += escaped ? 1 : 0;
            if (index == quoted.Length || char.IsControl(quoted[index]) || char.IsSurrogate(quoted[index]) || (quoted[index] == '"' && !escaped))
            {
                return null;
            }

            plain.Append(quoted[index]);
        }

        return plain.ToString();
    }

    private static string Quoted(string inner) =>
        inner.All(IsAtom) ? inner : $"\"{inner.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsAtom(char letter) => letter == '.' || char.IsLetterOrDigit(letter) || AtomMarks.Contains(letter, StringComparison.Ordinal);
}
