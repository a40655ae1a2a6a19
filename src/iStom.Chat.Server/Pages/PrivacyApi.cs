using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Privacy;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>What the law demands of whoever keeps people's words (152-ФЗ).</summary>
internal static class PrivacyApi
{
    public static void MapPrivacy(this IEndpointRouteBuilder desk) => desk
        .MapGroup("/api/visitors").WithTags("Privacy").RequireAuthorization(AccountApi.StaffOnly).RequireAntiforgeryToken()
        .MapPost("/{id:guid}/erase", EraseAsync)
        .AnswersNothing("eraseVisitor", "An administrator erases what a visitor wrote, for good.", "visitor-not-found");

    private static async Task<IResult> EraseAsync(HttpContext http, IMediator mediator, Guid id)
    {
        var erased = await mediator.Send(new EraseVisitor(http.User.ReadAgent(http), new(id)), http.RequestAborted);
        return erased.Refusal is { } refusal ? Problems.From(refusal) : Results.NoContent();
    }
}
