using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Wording;

/// <summary>A canned reply of the team is added, changed or removed.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ChangeTeamReply(AgentCaller Caller, WishedReply Wished) : AgentCommand<CannedReplyView>(Caller);

internal sealed class ChangeTeamReplyHandler(ReplyChanges replies) : IRequestHandler<ChangeTeamReply, Decision<CannedReplyView>>
{
    public Task<Decision<CannedReplyView>> Handle(ChangeTeamReply request, CancellationToken cancellationToken) =>
        replies.ChangeAsync(request.Wished, request.Caller, owner: null, cancellationToken);
}
