using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Manual;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>The manual in the panel. Over HTTP, so that no message waits behind a search; what is typed stands in no address.</summary>
internal static class VisitorManualApi
{
    public static void MapVisitorManual(this IEndpointRouteBuilder chat)
    {
        var articles = chat.MapGroup(RateLimits.Reading).WithTags("Visitor").RequireAuthorization(VisitorSessionApi.VisitorsOnly);
        articles.MapPost("/search", (HttpContext http, IMediator mediator, SearchBody body) => http.AskAsVisitorAsync(mediator, caller => new FindArticles(caller, body.Text ?? "")))
            .Answers<FoundArticle[]>("findArticles", "Published articles that may answer what the visitor is typing; the text is not kept.", "text-too-long", "text-malformed");
        articles.MapGet("/{id:guid}", (HttpContext http, IMediator mediator, Guid id) => http.AskAsVisitorAsync(mediator, caller => new ReadArticle(caller, new(id))))
            .Answers<ReadableArticle>("readArticle", "A published article, as its readers see it.", "article-not-found");
        articles.MapPost("/{id:guid}/helped", async (HttpContext http, IMediator mediator, Guid id) =>
            DeskCalls.Answer(await mediator.Send(new SayArticleHelped(http.User.ReadVisitor(http), new(id)), http.RequestAborted), _ => Results.NoContent()))
            .AnswersNothing("sayArticleHelped", "The article answered the visitor, who does not have to write; counted once.", "article-not-found");
    }

    internal sealed record SearchBody(string? Text);
}
