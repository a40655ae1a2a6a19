using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>The invited make their account: they choose name and password, and the invitation all else. A link serves once.</summary>
[AllowAnybody]
public sealed record AcceptInvitation(string Secret, string Name, string Password, SignInSource Source) : ICommand, IRequest<Decision<AgentId>>
{
    Caller ICommand.By => Nobody.Yet;
}

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator() => this.NameIsSound(command => command.Name);
}

internal sealed class AcceptInvitationHandler(Invitations invitations, NewAccounts accounts, IClock clock) : IRequestHandler<AcceptInvitation, Decision<AgentId>>
{
    public async Task<Decision<AgentId>> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        if (await invitations.FindBySecretAsync(request.Secret, cancellationToken) is not { } found)
        {
            return Invitations.NotFound;
        }

        var invitation = found.Value;
        return await accounts.AddAsync(
            new(invitation.Email, request.Name, request.Password, invitation.Roles, invitation.PaidSupport),
            agent => new(Actor.Of(agent), request.Source.Address?.ToString(), clock.GetCurrentInstant()),
            (session, made) => session.Change(new InvitationChanged(invitation, invitation with { State = InvitationState.Accepted }, made), found.Version),
            cancellationToken);
    }
}
