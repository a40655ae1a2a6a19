using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Privacy;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>What the law demands of whoever keeps people's words (152-ФЗ).</summary>
internal static class PrivacyApi
{
    public static void MapPrivacy(this IEndpointRouteBuilder desk) => desk
        .MapForStaff("/api/visitors", "Privacy")
        .MapPost("/{id:guid}/erase", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new EraseVisitor(caller, new(id))))
        .AnswersNothing("eraseVisitor", "An administrator erases what a visitor wrote, for good.", "visitor-not-found");
}
