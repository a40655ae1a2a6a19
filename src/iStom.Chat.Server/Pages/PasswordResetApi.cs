using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>The way back for a lost password: for administrators, and for whoever holds a link.</summary>
internal static class PasswordResetApi
{
    public static void MapPasswordResets(this IEndpointRouteBuilder desk)
    {
        desk.MapForStaff("/api", "People")
            .MapPost("/agents/{id:guid}/password-reset", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new IssuePasswordReset(caller, new(id))))
            .Answers<PasswordResetIssued>(
                "issuePasswordReset", "A link to set a lost password anew; its secret is told once, and a former link opens nothing any more.",
                "agent-not-found", "agent-disabled", "not-for-yourself");
        var holder = desk.MapGroup("/api/account").WithTags("Account");
        holder.MapPost("/reset", async (HttpContext http, IMediator mediator, SecretShown body) =>
            DeskCalls.Answer(await mediator.Send(new GetPasswordReset(body.Secret ?? ""), http.RequestAborted), offer => Results.Json(offer)))
            .RequireRateLimiting(RateLimits.SignIns).Answers<PasswordResetOffer>("getPasswordReset", "Whose password a link sets.", "reset-not-found");
        holder.MapPost("/reset/use", async (HttpContext http, IMediator mediator, NewPassword body) =>
            DeskCalls.Answer(await mediator.Send(new UsePasswordReset(body.Secret ?? "", body.Password ?? "", new(http.Connection.RemoteIpAddress)), http.RequestAborted), _ => Results.NoContent()))
            .RequireRateLimiting(RateLimits.SignIns)
            .AnswersNothing("usePasswordReset", "Sets the password; every sign-in of the account ends.", "reset-not-found", "password-too-short", "password-too-long", "password-too-common");
    }

    internal sealed record NewPassword(string? Secret, string? Password);
}
