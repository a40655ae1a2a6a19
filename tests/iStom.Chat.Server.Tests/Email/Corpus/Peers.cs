using System.Diagnostics;
using System.Text.Json;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>Other parsers, run over the whole corpus at once.</summary>
internal static class Peers
{
    private static readonly string Folder = Repository.PathTo("tests", "iStom.Chat.Server.Tests", "Email", "Corpus");

    public static bool HasPython { get; } = Runs("python3", "--version");

    public static Task<IReadOnlyDictionary<string, PeerMail>> MailparserAsync() => ReadAsync("node", Path.Combine(Folder, "npm", "read.mjs"));

    public static Task<IReadOnlyDictionary<string, PeerMail>> PythonAsync() => ReadAsync("python3", Path.Combine(Folder, "read.py"));

    private static async Task<IReadOnlyDictionary<string, PeerMail>> ReadAsync(string program, string script)
    {
        var folder = Directory.CreateTempSubdirectory("corpus").FullName;
        try
        {
            foreach (var message in CorpusMessages.All)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{message.Name}.eml"), message.Raw);
            }

            return JsonSerializer.Deserialize<Dictionary<string, PeerMail>>(await OutputAsync(program, script, folder), JsonSerializerOptions.Web)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3), new WallClock());
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" } })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            process.ExitCode.ShouldBe(0, await errors);
            return output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static bool Runs(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
