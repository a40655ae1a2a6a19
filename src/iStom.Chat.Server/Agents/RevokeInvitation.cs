using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>The invitation's link opens nothing any more.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record RevokeInvitation(AgentCaller Caller, InvitationId Invitation) : AgentCommand<Invitation>(Caller);

internal sealed class RevokeInvitationHandler(IStore store, Invitations invitations, IClock clock) : IRequestHandler<RevokeInvitation, Decision<Invitation>>
{
    public async Task<Decision<Invitation>> Handle(RevokeInvitation request, CancellationToken cancellationToken)
    {
        if (await invitations.FindOpenAsync(request.Invitation, cancellationToken) is not { } found)
        {
            return Invitations.NotFound;
        }

        var (session, revoked) = (store.OpenSession(), found.Value with { State = InvitationState.Revoked });
        session.Change(new InvitationChanged(found.Value, revoked, request.Caller.Made(clock.GetCurrentInstant())), found.Version);
        await session.CommitAsync(cancellationToken);
        return revoked;
    }
}
