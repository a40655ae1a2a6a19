namespace iStom.Chat.Browser.Tests.Chromium;

/// <summary>The browser that the tests run in.</summary>
/// <param name="Path">Its executable.</param>
/// <param name="Origin">Where it comes from, for people.</param>
/// <param name="Environment">What its process needs beyond the machine's environment.</param>
public sealed record ChromiumBinary(string Path, string Origin, IReadOnlyDictionary<string, string> Environment)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    /// <summary>Whether it is the one restored from npm, which comes without what its sandbox needs from an installation.</summary>
    public bool IsBundled { get; private init; }

    /// <summary>
    /// <c>CHROME_PATH</c> wins; then an installed Chrome, Chromium or Edge; else the one that the build restores from npm.
    /// <c>ISTOM_TEST_BROWSER=bundled</c> asks for the last.
    /// </summary>
    public static async Task<ChromiumBinary> LocateAsync(CancellationToken cancellation = default)
    {
        if (System.Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } given)
        {
            return File.Exists(given)
                ? new ChromiumBinary(given, "named by CHROME_PATH", Nothing)
                : throw new FileNotFoundException($"CHROME_PATH names {given}, where there is no browser.");
        }

        var bundledOnly = string.Equals(System.Environment.GetEnvironmentVariable("ISTOM_TEST_BROWSER"), "bundled", StringComparison.Ordinal);
        if (!bundledOnly && Installed() is { } installed)
        {
            return new ChromiumBinary(installed, "installed on this machine", Nothing);
        }

        var package = System.IO.Path.Combine(AppContext.BaseDirectory, "browser");
        if (!Directory.Exists(package))
        {
            throw new FileNotFoundException("No browser for the tests: install Chrome, Chromium or Edge, or name one with CHROME_PATH (on Linux x64 `dotnet build` restores one from npm).");
        }

        package = Directory.ResolveLinkTarget(package, returnFinalTarget: true)?.FullName ?? package;
        var (executable, environment) = await BundledChromium.UnpackAsync(package, cancellation);
        return new ChromiumBinary(executable, "restored from npm, as none is installed", environment) { IsBundled = true };
    }

    private static string? Installed()
    {
        using var stream = typeof(ChromiumBinary).Assembly.GetManifestResourceStream("installed-browsers.txt")!;
        using var reader = new StreamReader(stream);
        var names = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var folders = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);

        // An absolute path stays itself when combined.
        return names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
