using System.Text.Json;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>Passkeys: signing in with one, adding and removing one's own.</summary>
internal static class PasskeyApi
{
    private const string Tag = "Account";

    public static void MapPasskeys(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/api/account/passkey-sign-in/begin", async (HttpContext http, IMediator mediator) =>
            Results.Json((await mediator.Send(new BeginPasskeySignIn(), http.RequestAborted)).Value))
            .RequireRateLimiting(RateLimits.SignIns).WithTags(Tag)
            .Answers<PasskeyQuestion>("beginPasskeySignIn", "What the browser is to ask for a passkey.");
        desk.MapPost("/api/account/passkey-sign-in", SignInAsync).RequireRateLimiting(RateLimits.SignIns).WithTags(Tag)
            .AnswersNothing("signInWithPasskey", "Signs an agent in with a passkey: sets the desk's cookie.", "passkey-failed");
        var own = desk.MapForStaff("/api/account", Tag);
        own.MapPost("/passkeys/begin", (HttpContext http, IMediator mediator, PasswordShown body) => http.AskAsync(mediator, caller => new BeginPasskey(caller, body.Password ?? "")))
            .Answers<PasskeyQuestion>("beginPasskey", "What the browser is to ask for a new passkey.", "wrong-password", "locked-out");
        own.MapPost("/passkeys", (HttpContext http, IMediator mediator, NewPasskey body) =>
            http.TellAsync(mediator, caller => new AddPasskey(caller, body.Challenge, body.Credential.GetRawText(), body.Name ?? "")))
            .AnswersNothing("addPasskey", "Adds the passkey that the browser has made.", "passkey-failed", "name-malformed", "too-many-passkeys");
        own.MapPost("/passkeys/{id}/remove", (HttpContext http, IMediator mediator, string id, PasswordShown body) =>
            http.TellAsync(mediator, caller => new RemovePasskey(caller, id, body.Password ?? "")))
            .AnswersNothing("removePasskey", "Removes one's passkey.", "wrong-password", "locked-out");
    }

    private static async Task<IResult> SignInAsync(HttpContext http, PasskeyShown body, DeviceCookie devices, IMediator mediator)
    {
        var asked = new SignInWithPasskey(body.Challenge, body.Credential.GetRawText(), http.SourceOfSignIn(devices));
        var signedIn = await mediator.Send(asked, http.RequestAborted);
        return signedIn.Refusal is { } refusal ? Problems.From(refusal) : await http.SignedInAsync(devices, signedIn.Value.Session, signedIn.Value.Email);
    }

    internal sealed record PasskeyShown(Guid Challenge, JsonElement Credential);

    internal sealed record NewPasskey(Guid Challenge, JsonElement Credential, string? Name);
}
