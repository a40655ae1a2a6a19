using System.Text;

namespace iStom.Chat.Server.Manual.Import;

/// <summary>
/// A file of Markdown with <c>name: value</c> lines between two lines of <c>---</c> at its top: title, tags, product, module,
/// language, state.
/// </summary>
internal sealed record FrontMatter(IReadOnlyDictionary<string, string> Fields, string Body, IReadOnlyList<ManualError> Errors)
{
    private const string Fence = "---";

    private static readonly string[] Known = ["title", "tags", "product", "module", "language", "state"];

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Where a field stands in the file, for errors; what is missing would stand at its top.</summary>
    private Dictionary<string, int> Lines { get; init; } = [];

    /// <summary>The line in which a field stands; 1 for one that is missing, the body's first for the body.</summary>
    public int LineOf(string field) => Lines.GetValueOrDefault(field, 1);

    public static FrontMatter Read(byte[] file)
    {
        try
        {
            return Read(Utf8.GetString(file).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'));
        }
        catch (DecoderFallbackException e)
        {
            return Wrong(1 + file.AsSpan(0, Math.Max(0, e.Index)).Count((byte)'\n'), "file-encoding-wrong");
        }
    }

    private static FrontMatter Read(string[] lines)
    {
        var end = lines[0].Trim() == Fence ? Array.FindIndex(lines, 1, line => line.Trim() == Fence) : 0;
        if (end < 0)
        {
            return Wrong(1, "front-matter-open");
        }

        var (fields, at, errors) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new List<ManualError>());
        for (var i = 1; i < end; i++)
        {
            var (name, value) = Split(lines[i]);
            if (lines[i].Trim().Length > 0 && !(Known.Contains(name, StringComparer.Ordinal) && fields.TryAdd(name, value)))
            {
                errors.Add(new(i + 1, fields.ContainsKey(name) ? "field-twice" : "unknown-field"));
            }

            at.TryAdd(name, i + 1);
        }

        var first = end == 0 ? 0 : end + 1;
        at["body"] = Math.Min(first + 1, lines.Length);
        return new(fields, string.Join('\n', lines[first..]), errors) { Lines = at };
    }

    private static (string Name, string Value) Split(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            ? (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim().Trim('"'))
            : (line.Trim(), "");

    private static FrontMatter Wrong(int line, string code) => new(new Dictionary<string, string>(StringComparer.Ordinal), "", [new(line, code)]);
}
