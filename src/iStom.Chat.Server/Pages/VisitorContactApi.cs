using iStom.Chat.Domain;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>Where a visitor who leaves before the answer may be reached.</summary>
internal static class VisitorContactApi
{
    public static void MapVisitorContact(this IEndpointRouteBuilder chat)
    {
        var visitor = chat.MapGroup("/api/visitor").WithTags("Visitor").RequireAuthorization(VisitorSessionApi.VisitorsOnly);
        visitor.MapGet("/contact", (HttpContext http, IMediator mediator) => http.AskAsVisitorAsync(mediator, caller => new GetContact(caller)))
            .Answers<GivenContact>("getContact", "Where the visitor may be reached, as they have said.");
        visitor.MapPut("/contact", (HttpContext http, IMediator mediator, ContactBody body) => http.AskAsVisitorAsync(mediator, caller => new LeaveContact(caller, body.Email, body.Phone)))
            .Answers<GivenContact>("leaveContact", "What is given takes the place of what was said; what is null or empty is forgotten.", "email-malformed", "phone-malformed");
    }

    /// <summary>200 with what was answered to the visitor.</summary>
    public static async Task<IResult> AskAsVisitorAsync<T>(this HttpContext http, IMediator mediator, Func<VisitorCaller, IRequest<Decision<T>>> command) =>
        DeskCalls.Answer(await mediator.Send(command(http.User.ReadVisitor(http)), http.RequestAborted), value => Results.Json(value));

    internal sealed record ContactBody(string? Email, string? Phone);
}
