using iStom.Chat.Server.Manual.Import;
using MediatR;

namespace iStom.Chat.Server.Operations;

/// <summary><c>dotnet run --project src/iStom.Chat.Server -- import-manual FOLDER</c>: the manual from a folder of Markdown files.</summary>
internal static class ImportManualVerb
{
    /// <summary>Says what was done, or which lines of which files are wrong; the exit code of the process.</summary>
    public static async Task<int> ImportManualAsync(this WebApplication app, string folder)
    {
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"There is no folder {folder}.");
            return 1;
        }

        ManualFile[] files = [.. Directory.GetFiles(folder, "*.md").Select(path => new ManualFile(Path.GetFileName(path), File.ReadAllBytes(path)))];
        await using var scope = app.Services.CreateAsyncScope();
        var done = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportManual(files))).Value;
        foreach (var (file, error) in done.Files.SelectMany(file => file.Errors.Select(error => (file.File, error))))
        {
            await Console.Error.WriteLineAsync($"{file}:{error.Line}: {error.Code}");
        }

        await Console.Out.WriteLineAsync(done.Errors > 0 ? "Nothing was done." : $"{done.Added} articles added, {done.Changed} changed, {done.Unchanged} unchanged.");
        return done.Errors > 0 ? 1 : 0;
    }
}
