using System.Security.Cryptography;

namespace iStom.Chat.Server.Demo;

/// <summary>The demo agents' password: made for the data folder, never a constant, printed at every start.</summary>
internal static class DemoPassword
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int Length = 12;

    /// <summary>Kept beside the data, readable for its owner alone.</summary>
    public static async Task<string> ReadOrCreateAsync(string folder)
    {
        var file = Path.Combine(folder, "demo-password");
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var writer = new StreamWriter(file, options);
            await writer.WriteAsync(RandomNumberGenerator.GetString(Letters, Length));
        }

        return await File.ReadAllTextAsync(file);
    }
}
