using iStom.Chat.Server.Manual.Import;
using MediatR;

namespace iStom.Chat.Server.Demo;

/// <summary>A dozen articles of the manual, imported as any folder of Markdown is.</summary>
internal static class DemoManual
{
    private const string Folder = "Demo/Manual/";

    public static async Task AddAsync(IServiceProvider services)
    {
        var done = (await services.GetRequiredService<IMediator>().Send(new ImportManual([.. Files()]))).Value;
        if (done.Errors > 0)
        {
            throw new InvalidOperationException($"A demo article is wrong: {string.Join(", ", done.Files.Where(file => file.Errors is not []).Select(file => file.File))}");
        }
    }

    private static IEnumerable<ManualFile> Files()
    {
        var assembly = typeof(DemoManual).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return new(name[Folder.Length..], bytes.ToArray());
        }
    }
}
