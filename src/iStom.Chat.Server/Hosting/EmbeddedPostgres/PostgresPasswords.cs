using System.Security.Cryptography;
using System.Text;

namespace iStom.Chat.Server.Hosting;

/// <summary>The roles' passwords, derived from one secret that is generated with the data and never leaves its folder.</summary>
internal sealed class PostgresPasswords
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly byte[] _secret;

    private PostgresPasswords(byte[] secret) => _secret = secret;

    /// <summary>Reads the secret, or generates it together with a new cluster.</summary>
    public static PostgresPasswords ReadOrCreate(string folder)
    {
        var path = Path.Combine(folder, "secret");
        if (!File.Exists(path))
        {
            // Written aside and renamed: a kill in between leaves no empty secret.
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var file = new FileStream(path + ".new", options))
            {
                file.Write(RandomNumberGenerator.GetBytes(32));
                file.Flush(flushToDisk: true);
            }

            File.Move(path + ".new", path);
        }

        return new PostgresPasswords(File.ReadAllBytes(path));
    }

    /// <summary>The password of a role.</summary>
    public string For(string role) => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(role)));
}
