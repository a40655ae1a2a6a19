namespace iStom.Chat.Server.Email.Mime;

/// <summary>Content-Type (RFC 2045 §5).</summary>
/// <param name="Media"><c>type/subtype</c> in lower case.</param>
/// <param name="Parameters">By their names in lower case, decoded (RFC 2231).</param>
public sealed record ContentType(string Media, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>What a part is that does not say (RFC 2045 §5.2).</summary>
    public const string PlainText = "text/plain";

    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    public bool IsMultipart => Media.StartsWith("multipart/", StringComparison.Ordinal);

    /// <param name="headers">Of the part.</param>
    /// <param name="otherwise">What it is when it does not say; what it says and cannot be read is text too.</param>
    internal static ContentType Of(MailHeaders headers, string otherwise)
    {
        if (headers.Raw("Content-Type").FirstOrDefault() is not { } raw)
        {
            return new(otherwise, new Dictionary<string, string>(StringComparer.Ordinal));
        }

        var value = StructuredValue.Read(raw);
        return new(IsMedia(value.Value) ? value.Value : PlainText, value.Parameters);
    }

    private static bool IsMedia(string value) =>
        value.Split('/') is [{ Length: > 0 } type, { Length: > 0 } subtype] && value.Length <= 127 && type.All(IsToken) && subtype.All(IsToken);

    private static bool IsToken(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '+' or '.' or '_' or '!' or '#' or '$' or '&' or '^';
}
