using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Manual;
using iStom.Chat.Server.Manual.Import;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace iStom.Chat.Server.Pages;

/// <summary>The articles of the manual.</summary>
internal static class ManualApi
{
    /// <summary>The body of a request with an article, in bytes.</summary>
    private const int MaxArticle = 512 * 1024;

    /// <summary>The body of a request with a folder of Markdown, in bytes.</summary>
    private const int MaxFolder = 8 * 1024 * 1024;

    /// <summary>Refusals of what an article is given as.</summary>
    private static readonly string[] Form =
        ["title-missing", "text-empty", "text-too-long", "text-malformed", "too-many-article-tags", "unknown-language", "unknown-state", "changed-meanwhile"];

    public static void MapManual(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Manual").WithMetadata(new RequestSizeLimitAttribute(MaxArticle));
        api.MapGet("/articles", (HttpContext http, IMediator mediator, string? search, ArticleState? state, Language? language, Guid? before, int? limit) =>
            http.AskAsync(mediator, caller => new GetArticles(caller, new(search, state, language), before, limit ?? Transcript.Newest)))
            .Answers<ArticlePage>("getArticles", "The articles of the manual by title, or those whose title or tags have what is sought.", "limit-out-of-range", "text-too-long", "text-malformed");
        api.MapPost("/articles", (HttpContext http, IMediator mediator, ArticleBody body) =>
            http.AskAsync(mediator, caller => new ChangeArticle(caller, body.Of(Guid.CreateVersion7()), Version: 0)))
            .Answers<ArticleView>("addArticle", "An article is added.", Form);
        api.MapPost("/articles/preview", (HttpContext http, IMediator mediator, PreviewBody body) => http.AskAsync(mediator, caller => new PreviewArticle(caller, body.Body ?? "")))
            .Answers<ArticleNode[]>("previewArticle", "What readers will see of a body; nothing is kept.", "text-too-long");
        MapOne(api.MapGroup("/articles"));
        MapUse(api.MapGroup("/articles"));
        MapImport(desk.MapForStaff("/api/articles", "Manual"));
    }

    private static void MapOne(RouteGroupBuilder article)
    {
        article.MapGet("/{id:guid}", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new GetArticle(caller, new(id))))
            .Answers<ArticleView>("getArticle", "All of an article.", "article-not-found");
        article.MapPut("/{id:guid}", (HttpContext http, IMediator mediator, Guid id, ArticleBody body) =>
            http.AskAsync(mediator, caller => new ChangeArticle(caller, body.Of(id), body.Version ?? 0)))
            .Answers<ArticleView>("changeArticle", "An article becomes what is given; what it was stays as a version.", [.. Form, "article-not-found"]);
        article.MapGet("/{id:guid}/versions", (HttpContext http, IMediator mediator, Guid id, long? before, int? limit) =>
            http.AskAsync(mediator, caller => new GetArticleVersions(caller, new(id), before, limit ?? Transcript.Newest)))
            .Answers<ArticleVersions>("getArticleVersions", "What an article was, newest first.", "limit-out-of-range");
    }

    /// <summary>How the articles have served.</summary>
    private static void MapUse(RouteGroupBuilder article)
    {
        article.MapGet("/{id:guid}/use", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new GetArticleUse(caller, new(id))))
            .Answers<ArticleUse>("getArticleUse", "How many visitors an article has helped before they wrote.");
        article.MapGet("/use", (HttpContext http, IMediator mediator, DateTimeOffset? since, DateTimeOffset? until) =>
            http.AskAsync(mediator, caller => new GetManualUse(caller, since.AsInstant(), until.AsInstant())))
            .Answers<ArticleServed[]>("getManualUse", "Which articles helped in a period, and which were shown to somebody who then wrote; the most helpful first.");
    }

    private static void MapImport(RouteGroupBuilder import)
    {
        import.WithMetadata(new RequestSizeLimitAttribute(MaxFolder));
        import.MapPost("/import/preview", (HttpContext http, IMediator mediator, FolderBody body) => http.AskAsync(mediator, caller => new PreviewManual(caller, body.Known)))
            .Answers<ManualPreview>("previewManual", "What a folder of Markdown would change; nothing is changed.");
        import.MapPost("/import", (HttpContext http, IMediator mediator, FolderBody body) =>
            http.AskAsync(mediator, caller => new ApplyManual(caller, body.Known, body.Fingerprint ?? "")))
            .Answers<ManualPreview>("applyManual", "Does what a preview has shown: all of it, or nothing.", "import-has-errors", "changed-meanwhile");
    }

    /// <summary>version: the one that was read; left out where an article is added. What is left out of the rest is empty.</summary>
    internal sealed record ArticleBody(
        long? Version, Language Language, string? Title, string? Body, IReadOnlyList<string>? Tags, string? Product, string? Module, ArticleState State)
    {
        public Article Of(Guid id) => new(new(id), Language, Title ?? "", Body ?? "", [.. (Tags ?? []).OfType<string>()], Product, Module, State);
    }

    internal sealed record PreviewBody(string? Body);

    /// <summary>fingerprint: the preview's, of the very same files.</summary>
    internal sealed record FolderBody(IReadOnlyList<ManualFile>? Files, string? Fingerprint)
    {
        internal IReadOnlyList<ManualFile> Known => [.. (Files ?? []).OfType<ManualFile>()];
    }
}
