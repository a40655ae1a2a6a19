using System.IO.Compression;
using System.Text.RegularExpressions;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>What a browser fetches: for the lifebuoy on every page of three sites, and for an open panel.</summary>
internal sealed partial class WidgetBytes : IRow
{
    public string Number => "9";

    public string Against => "Rocket.Chat's widget (a fixed figure)";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        await using var chat = await ChatUnderTest.StartAsync(await bench.CreateDatabaseAsync());
        using var http = chat.CreateBrowser();
        var loader = await WeighAsync(http, "/widget.js");
        var page = await http.GetStringAsync(new Uri("/frame?site=i-stom", UriKind.Relative));
        string[] files = ["/frame?site=i-stom", .. Asset().Matches(page).Select(match => match.Groups[1].Value)];
        var sizes = await Task.WhenAll(files.Select(file => WeighAsync(http, file)));
        return
        [
            new("loader, bytes (brotli)", [2732], [loader], Goal.AtMost(0.7)),
            new("open panel, bytes (brotli)", [62_598], [loader + sizes.Sum()], Goal.AtMost(0.4), $"the loader and {string.Join(", ", files)}"),
            new("open panel, requests", [1], [1 + files.Length], Goal.AtMost(4), "of files; the session's call and the socket come on top"),
        ];
    }

    private static async Task<double> WeighAsync(HttpClient http, string path)
    {
        var content = await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await brotli.WriteAsync(content);
        }

        return packed.Length;
    }

    [GeneratedRegex("""(?:src|href)="(/[^"]+)""")]
    private static partial Regex Asset();
}
