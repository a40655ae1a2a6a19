namespace iStom.Chat.Domain.Regulation;

/// <summary>The data files compiled into this assembly.</summary>
internal static class EmbeddedText
{
    public static IEnumerable<string> NamesStartingWith(string prefix) => typeof(EmbeddedText).Assembly
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The file was not compiled in: a defect of the build.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
