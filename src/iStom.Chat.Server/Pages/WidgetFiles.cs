using System.Text.Json;

namespace iStom.Chat.Server.Pages;

/// <summary>Where the built front end is, by Vite's manifest: file names carry the hash of their content.</summary>
public sealed class WidgetFiles(IWebHostEnvironment environment)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Lazy<IReadOnlyDictionary<string, WidgetEntry>> _manifest = new(() => JsonSerializer.Deserialize<Dictionary<string, WidgetEntry>>(
        File.ReadAllText(Path.Combine(environment.WebRootPath, ".vite", "manifest.json")), Web)!);

    /// <summary>The entry of a source file such as <c>src/console/main.tsx</c>, or of one of its languages: <c>src/chat/main.tsx#ru</c>.</summary>
    public WidgetEntry Entry(string source) => _manifest.Value[source];
}

/// <summary>One built entry: its script, and all its style sheets.</summary>
public sealed record WidgetEntry(string File, IReadOnlyList<string>? Css);
