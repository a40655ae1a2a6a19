using iStom.Chat.Domain;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>One's own password, second factor and sign-ins.</summary>
internal static class SecurityApi
{
    public static void MapSecurity(this IEndpointRouteBuilder desk)
    {
        var own = desk.MapForStaff("/api/account", "Account");
        own.MapGet("/security", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetMySecurity(caller)))
            .Answers<MySecurity>("getMySecurity", "How one signs in oneself.");
        own.MapPost("/password", (HttpContext http, IMediator mediator, PasswordChange body) =>
            http.TellAsync(mediator, caller => new ChangePassword(caller, body.Current ?? "", body.Password ?? "")))
            .AnswersNothing("changePassword", "Sets one's own password; other sign-ins end.", "wrong-password", "locked-out", "password-too-short", "password-too-long", "password-too-common");
        own.MapPost("/totp", (HttpContext http, IMediator mediator, PasswordShown body) => http.AskAsync(mediator, caller => new BeginTotp(caller, body.Password ?? "")))
            .Answers<TotpOffer>("beginTotp", "A secret for one's authenticator app.", "wrong-password", "locked-out");
        own.MapPost("/totp/confirm", (HttpContext http, IMediator mediator, TotpShown body) =>
            http.AskAsync(mediator, caller => new ConfirmTotp(caller, body.Token ?? "", body.Code ?? "")))
            .Answers<RecoveryCodes>("confirmTotp", "The app's first code: from here on one is asked for. Answers the recovery codes, once.", "bad-code");
        own.MapPost("/totp/remove", (HttpContext http, IMediator mediator, PasswordShown body) => http.TellAsync(mediator, caller => new RemoveTotp(caller, body.Password ?? "")))
            .AnswersNothing("removeTotp", "No code is asked for any more.", "wrong-password", "locked-out");
        own.MapPost("/recovery-codes", (HttpContext http, IMediator mediator, PasswordShown body) => http.AskAsync(mediator, caller => new RenewRecoveryCodes(caller, body.Password ?? "")))
            .Answers<RecoveryCodes>("renewRecoveryCodes", "New recovery codes, told once.", "wrong-password", "locked-out", "no-second-factor");
        own.MapSessions();
    }

    private static void MapSessions(this RouteGroupBuilder own)
    {
        own.MapGet("/sessions", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new ListSessions(caller, caller.Agent)))
            .Answers<SessionView[]>("getMySignIns", "Where one is signed in.");
        own.MapPost("/sessions/{id:guid}/end", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new EndSession(caller, id)))
            .AnswersNothing("endSignIn", "Ends a sign-in, one's own or for an administrator anybody's.", "session-not-found");
    }

    internal sealed record PasswordChange(string? Current, string? Password);

    internal sealed record TotpShown(string? Token, string? Code);
}
