using System.IO.Compression;
using System.Net;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>What the chat's origin serves to host pages.</summary>
public sealed class WidgetFilesTests(TestDatabase databases) : ServerTest(databases)
{
    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, br;q=0", "gzip")]
    [InlineData("", null)]
    public async Task The_lifebuoy_is_sent_packed_to_browsers_that_can_unpack_it(string accepted, string? encoding)
    {
        using var plain = await GetAsync("/widget.js");

        using var response = await GetAsync("/widget.js", accepted);

        response.Content.Headers.ContentEncoding.ShouldBe(encoding is null ? [] : [encoding]);
        response.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        (await UnpackAsync(response, encoding)).ShouldBe(await UnpackAsync(plain, encoding: null));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task The_panel_comes_in_the_language_that_was_asked_for(string locale)
    {
        using var response = await GetAsync($"/frame?site=i-stom&locale={locale}");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        page.ShouldContain($"<html lang=\"{locale}\">");
        page.ShouldContain($"/assets/panel-{locale}.");
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accepted = "")
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{Server.Port}{path}");
        request.Headers.Host = new Uri(Server.ChatOrigin).Authority;
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> UnpackAsync(HttpResponseMessage response, string? encoding)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var whole = new MemoryStream();
        await unpacked.CopyToAsync(whole);
        return whole.ToArray();
    }
}
