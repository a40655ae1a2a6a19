namespace iStom.Chat.Server.Email.Mime;

/// <summary>Header fields in their order; names are compared without case.</summary>
public sealed class MailHeaders
{
    private readonly ILookup<string, string> _fields;

    internal MailHeaders(IEnumerable<(string Name, string Value)> fields) =>
        _fields = fields.ToLookup(field => field.Name, field => field.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The value on one line with its encoded words read (RFC 2047); nothing when there is no such field.</summary>
    public string? First(string name) => All(name).FirstOrDefault();

    /// <summary>Every value of a field that may come several times.</summary>
    public IEnumerable<string> All(string name) => _fields[name].Select(value => OneLine.Of(EncodedWords.Decode(value)));

    public bool Has(string name) => _fields.Contains(name);

    /// <summary>Unfolded and else as it came, for fields with a structure: their words are read after their structure.</summary>
    internal IEnumerable<string> Raw(string name) => _fields[name];
}
