using iStom.Chat.Server.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace iStom.Chat.Server.Pages;

/// <summary>The built files of the front end: immutable where the name has a hash, short-lived for the loader.</summary>
internal static class StaticAssets
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void MapWidgetFiles(this IEndpointRouteBuilder host)
    {
        host.MapGet("/widget.js", (HttpContext context, IWebHostEnvironment files) => Send(context, files, "widget.js", "public, max-age=300"))
            .AnswersFile("getLoader", "text/javascript", "The loader that a site embeds.", "not-found");
        host.MapGet("/widget.{hash}.js", (HttpContext context, IWebHostEnvironment files, string hash) =>
            Send(context, files, $"widget.{hash}.js", Immutable))
            .AnswersFile("getPinnedLoader", "text/javascript", "The loader in one version, for pages that pin it.", "not-found");
        host.MapGet("/assets/{name}", (HttpContext context, IWebHostEnvironment files, string name) =>
            Send(context, files, $"assets/{name}", Immutable))
            .AnswersFile("getAsset", "application/octet-stream", "A file of the panel or the desk.", "not-found");
    }

    private const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>How the build packs every file, the smallest first.</summary>
    private static readonly (string Encoding, string Extension)[] Packings = [("br", ".br"), ("gzip", ".gz")];

    private static IResult Send(HttpContext context, IWebHostEnvironment files, string path, string caching)
    {
        var file = files.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists || file.PhysicalPath is null || !Types.TryGetContentType(file.Name, out var type))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = caching;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        // Any listed site loads the lifebuoy; owners who pin it with SRI need CORS.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.File(Packed(context, file.PhysicalPath) ?? file.PhysicalPath, type, lastModified: file.LastModified);
    }

    /// <summary>The smallest packed file that the browser says it can unpack, announced in the response; null for none.</summary>
    private static string? Packed(HttpContext context, string path)
    {
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        var (encoding, extension) = Packings.FirstOrDefault(packing =>
            accepted.Any(by => by.Value == packing.Encoding && by.Quality != 0) && File.Exists(path + packing.Extension));
        context.Response.Headers.ContentEncoding = encoding;
        return encoding is null ? null : path + extension;
    }
}
