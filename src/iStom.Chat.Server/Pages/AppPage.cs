using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace iStom.Chat.Server.Pages;

/// <summary>The documents that load a face: a panel or a desk. They hold no script and no style of their own.</summary>
internal static class AppPage
{
    /// <summary>Everything from our own origin, nothing inline, no plug-ins, no foreign host.</summary>
    /// <param name="frameAncestors">Who may frame the document.</param>
    /// <param name="origin">Our origin, whose WebSockets older browsers do not count as <c>'self'</c>.</param>
    /// <param name="style">The content of the one style element that is allowed, named by its hash.</param>
    public static string ContentSecurityPolicy(string frameAncestors, string origin, string style = "") =>
        $"default-src 'none'; script-src 'self'; style-src 'self'{(style.Length == 0 ? "" : $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'")}; img-src 'self' data:; font-src 'self'; "
        + $"connect-src 'self' {origin.Replace("http", "ws", StringComparison.Ordinal)}; "
        + $"base-uri 'none'; form-action 'none'; frame-ancestors {frameAncestors}";

    /// <param name="language">The language the page starts in.</param>
    /// <param name="title">The document's title until the face sets its own.</param>
    /// <param name="entry">The face.</param>
    /// <param name="settings">The settings element, if the face reads one.</param>
    public static string Html(string language, string title, WidgetEntry entry, string settings = "")
    {
        var sheets = string.Concat((entry.Css ?? []).Select(sheet => $"""<link rel="stylesheet" href="/{sheet}">""" + "\n"));
        return $"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{HtmlEncoder.Default.Encode(title)}</title>
            <link rel="icon" href="data:,">
            {sheets}{settings}<script type="module" src="/{entry.File}"></script>
            </head>
            <body><div id="app"></div></body>
            </html>

            """;
    }

    public static IResult Result(HttpContext context, string html, string policy)
    {
        context.Response.Headers.ContentSecurityPolicy = policy;
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
