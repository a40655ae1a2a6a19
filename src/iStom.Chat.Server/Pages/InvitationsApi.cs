using iStom.Chat.Domain;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>Invitations: for administrators, and for whoever holds a link. Its secret travels in bodies, never in a path.</summary>
internal static class InvitationsApi
{
    private const string Tag = "People";

    public static void MapInvitations(this IEndpointRouteBuilder desk)
    {
        var invitations = desk.MapForStaff("/api", Tag);
        invitations.MapGet("/invitations", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new ListInvitations(caller)))
            .Answers<InvitationView[]>("getInvitations", "The invitations that are open.");
        invitations.MapPost("/invitations", (HttpContext http, IMediator mediator, InviteBody body) =>
            http.AskAsync(mediator, caller => new InviteAgent(caller, body.Email ?? "", body.Name ?? "", body.Roles ?? [], body.PaidSupport)))
            .Answers<InvitationIssued>("inviteAgent", "Invites somebody; the link's secret is told once.", "email-taken", "already-invited", "email-malformed", "name-malformed", "unknown-role");
        invitations.MapPost("/invitations/{id:guid}/reissue", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new ReissueInvitation(caller, new(id))))
            .Answers<InvitationIssued>("reissueInvitation", "A new link; the old one opens nothing any more.", "invitation-not-found");
        invitations.MapPost("/invitations/{id:guid}/revoke", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new RevokeInvitation(caller, new(id))))
            .AnswersNothing("revokeInvitation", "The link opens nothing any more.", "invitation-not-found");
        desk.MapForInvited();
    }

    private static void MapForInvited(this IEndpointRouteBuilder desk)
    {
        var invited = desk.MapGroup("/api/account").WithTags("Account");
        invited.MapPost("/invitation", async (HttpContext http, IMediator mediator, SecretShown body) =>
            DeskCalls.Answer(await mediator.Send(new GetInvitation(body.Secret ?? ""), http.RequestAborted), offer => Results.Json(offer)))
            .RequireRateLimiting(RateLimits.SignIns).Answers<InvitationOffer>("getInvitation", "What a link opens.", "invitation-not-found");
        invited.MapPost("/invitation/accept", async (HttpContext http, IMediator mediator, AcceptBody body) =>
            DeskCalls.Answer(await mediator.Send(new AcceptInvitation(body.Secret ?? "", body.Name ?? "", body.Password ?? "", new(http.Connection.RemoteIpAddress)), http.RequestAborted), _ => Results.NoContent()))
            .RequireRateLimiting(RateLimits.SignIns)
            .AnswersNothing("acceptInvitation", "The invited make their account.", "invitation-not-found", "name-malformed", "password-too-short", "password-too-long", "password-too-common", "email-taken");
    }

    internal sealed record InviteBody(string? Email, string? Name, IReadOnlyList<AgentRole>? Roles, bool PaidSupport);

    internal sealed record AcceptBody(string? Secret, string? Name, string? Password);
}
