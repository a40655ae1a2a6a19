using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>Where a visitor who leaves before the answer may be reached, and when they would like to be called.</summary>
internal static class VisitorContactApi
{
    public static void MapVisitorContact(this IEndpointRouteBuilder chat)
    {
        var visitor = chat.MapGroup("/api/visitor").WithTags("Visitor").RequireAuthorization(VisitorSessionApi.VisitorsOnly);
        visitor.MapGet("/contact", (HttpContext http, IMediator mediator) => http.AskAsVisitorAsync(mediator, caller => new GetContact(caller)))
            .Answers<GivenContact>("getContact", "Where the visitor may be reached, as they have said.");
        visitor.MapPut("/contact", (HttpContext http, IMediator mediator, ContactBody body) => http.AskAsVisitorAsync(mediator, caller => new LeaveContact(caller, body.Email, body.Phone)))
            .Answers<GivenContact>("leaveContact", "What is given takes the place of what was said; what is null or empty is forgotten.", "email-malformed", "phone-malformed");
        visitor.MapGet("/callback", (HttpContext http, IMediator mediator) => http.AskAsVisitorAsync(mediator, caller => new GetCallback(caller)))
            .Answers<CallbackWish>("getCallback", "Whether the visitor can ask to be called back, and whether they have.");
        visitor.MapPost("/callback", (HttpContext http, IMediator mediator, CallbackBody body) => http.AskAsVisitorAsync(mediator, caller => new RequestCallback(caller, body.Number ?? "", body.Time)))
            .Answers<CallbackWish>(
                "requestCallback", "The visitor asks to be called back about their open ticket; it is no message, and promises nothing more than the ticket does.",
                "ticket-not-found", "ticket-not-open", "callback-already-requested", "phone-malformed", "unknown-callback-time", "visitor-blocked");
    }

    /// <summary>200 with what was answered to the visitor.</summary>
    public static async Task<IResult> AskAsVisitorAsync<T>(this HttpContext http, IMediator mediator, Func<VisitorCaller, IRequest<Decision<T>>> command) =>
        DeskCalls.Answer(await mediator.Send(command(http.User.ReadVisitor(http)), http.RequestAborted), value => Results.Json(value));

    internal sealed record ContactBody(string? Email, string? Phone);

    /// <summary>number: in whatever writing. time: a wish, left out: any.</summary>
    internal sealed record CallbackBody(string? Number, CallbackTime Time);
}
