namespace iStom.Chat.Server.Email.Text;

/// <summary>A link while its text is being written.</summary>
internal sealed class LinkText
{
    /// <summary>Characters of an address; longer ones track people and are read by nobody.</summary>
    private const int Longest = 2000;

    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    private string? _address;
    private int _start;

    public void Start(string address, int place) => (_address, _start) = (OneLine.Of(address), place);

    /// <summary>The address to be shown behind the text: of a scheme that is safe to open, and other than the text.</summary>
    public string? End(TextLines lines)
    {
        var address = _address;
        _address = null;
        return address is { Length: > 0 and <= Longest } && Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) && !Same(lines.From(_start), address)
            ? address
            : null;
    }

    private static bool Same(string text, string address) => Bare(text).Equals(Bare(address), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string address)
    {
        var trimmed = address.Trim().TrimEnd('/');
        var scheme = Schemes.FirstOrDefault(scheme => trimmed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        return scheme is null ? trimmed : trimmed[scheme.Length..];
    }
}
