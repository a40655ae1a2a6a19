using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>A new link for an invitation whose link was lost or has expired; the old one opens nothing any more.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record ReissueInvitation(AgentCaller Caller, InvitationId Invitation) : AgentCommand<InvitationIssued>(Caller);

internal sealed class ReissueInvitationHandler(Invitations invitations) : IRequestHandler<ReissueInvitation, Decision<InvitationIssued>>
{
    public async Task<Decision<InvitationIssued>> Handle(ReissueInvitation request, CancellationToken cancellationToken) =>
        await invitations.FindOpenAsync(request.Invitation, cancellationToken) is { } found
            ? await invitations.IssueAsync(found.Value, found, request.Caller, cancellationToken)
            : Invitations.NotFound;
}
