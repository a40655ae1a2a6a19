using System.Formats.Tar;
using System.IO.Compression;

namespace iStom.Chat.Browser.Tests.Chromium;

/// <summary>The browser inside the npm package: Brotli archives of the executable, of fonts and of libraries that a bare system lacks.</summary>
internal static class BundledChromium
{
    private const string Archives = "bin";

    /// <summary>Unpacks it beside its archives, once (a new version of the package replaces both). Returns the executable and what its process needs.</summary>
    public static async Task<(string Executable, IReadOnlyDictionary<string, string> Environment)> UnpackAsync(string package, CancellationToken cancellation)
    {
        var target = Path.Combine(package, "unpacked");
        if (!Directory.Exists(target))
        {
            var partial = $"{target}.{Guid.NewGuid():N}";
            await UnpackTo(partial, Path.Combine(package, Archives), target, cancellation);
            try
            {
                Directory.Move(partial, target);
            }
            catch (IOException) when (Directory.Exists(target))
            {
                // Another test process was first.
                Directory.Delete(partial, recursive: true);
            }
        }

        return (Path.Combine(target, "chromium"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_LIBRARY_PATH"] = Path.Combine(target, "lib"),
            ["FONTCONFIG_FILE"] = Path.Combine(target, "test-fonts.conf"),
        });
    }

    private static async Task UnpackTo(string folder, string archives, string final, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (var archive in (string[])["al2023", "fonts", "swiftshader"])
        {
            await using var tar = Decompress(Path.Combine(archives, $"{archive}.tar.br"));
            await TarFile.ExtractToDirectoryAsync(tar, folder, overwriteFiles: true, cancellation);
        }

        var executable = Path.Combine(folder, "chromium");
        await using (var packed = Decompress(Path.Combine(archives, "chromium.br")))
        await using (var unpacked = File.Create(executable))
        {
            await packed.CopyToAsync(unpacked, cancellation);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(executable, File.GetUnixFileMode(executable) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        // The machine's fonts, if any, and the package's own, which has Cyrillic.
        await File.WriteAllTextAsync(Path.Combine(folder, "test-fonts.conf"), $"""
            <?xml version="1.0"?>
            <fontconfig>
              <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
              <dir>{final}/fonts</dir>
              <cachedir>{final}/font-cache</cachedir>
            </fontconfig>
            """, cancellation);
    }

    private static BrotliStream Decompress(string archive) => new(File.OpenRead(archive), CompressionMode.Decompress);
}
