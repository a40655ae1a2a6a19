using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>An administrator invites somebody to join the staff, with the rights they will have.</summary>
/// <param name="Name">A proposal; the invited decide.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record InviteAgent(AgentCaller Caller, string Email, string Name, IReadOnlyList<AgentRole> Roles, bool PaidSupport)
    : AgentCommand<InvitationIssued>(Caller);

internal sealed class InviteAgentValidator : AbstractValidator<InviteAgent>
{
    public InviteAgentValidator()
    {
        this.EmailIsSound(command => command.Email);
        this.NameIsSound(command => command.Name);
        this.RolesAreSound(command => command.Roles);
    }
}

internal sealed class InviteAgentHandler(Accounts accounts, PeopleReader people, Invitations invitations) : IRequestHandler<InviteAgent, Decision<InvitationIssued>>
{
    private static readonly Refusal AlreadyInvited = new("already-invited");

    public async Task<Decision<InvitationIssued>> Handle(InviteAgent request, CancellationToken cancellationToken)
    {
        var email = Accounts.Normalise(request.Email);
        if (await accounts.FindAgentAsync(email, cancellationToken) is not null)
        {
            return PeopleRefusals.EmailTaken;
        }

        if ((await people.InvitationsAsync(cancellationToken)).Any(open => open.Value.Email == email))
        {
            return AlreadyInvited;
        }

        var invitation = new Invitation(
            new(Guid.CreateVersion7()), email, request.Name.Trim(), [.. request.Roles.Order()], request.PaidSupport, InvitationState.Open, default);
        return await invitations.IssueAsync(invitation, before: null, request.Caller, cancellationToken);
    }
}
