using System.Globalization;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>What a server offers (RFC 5321, 4.1.1.1).</summary>
internal sealed class SmtpExtensions
{
    private readonly Dictionary<string, string[]> _offered = new(StringComparer.OrdinalIgnoreCase);

    public SmtpExtensions(SmtpReply? hello)
    {
        foreach (var line in hello?.Lines.Skip(1) ?? [])
        {
            // "AUTH=PLAIN" is how servers said it before there was a standard.
            var words = line.Replace("AUTH=", "AUTH ", StringComparison.OrdinalIgnoreCase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                _offered[words[0]] = [.. _offered.GetValueOrDefault(words[0], []), .. words.Skip(1)];
            }
        }
    }

    /// <summary>Before a server has been greeted.</summary>
    public static SmtpExtensions None { get; } = new(null);

    public bool Has(string name) => _offered.ContainsKey(name);

    public bool SignsInBy(string mechanism) => _offered.TryGetValue("AUTH", out var known) && known.Contains(mechanism, StringComparer.OrdinalIgnoreCase);

    /// <summary>The largest mail in octets (RFC 1870); null: not said.</summary>
    public long? LargestOctets =>
        _offered.TryGetValue("SIZE", out var words) && words is [var size, ..] && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var octets) && octets > 0 ? octets : null;
}
