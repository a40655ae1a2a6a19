using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Wording;

/// <summary>A canned reply of the caller's own, which nobody else sees, is added, changed or removed.</summary>
[AllowStaff]
public sealed record ChangeOwnReply(AgentCaller Caller, WishedReply Wished) : AgentCommand<CannedReplyView>(Caller);

internal sealed class ChangeOwnReplyHandler(ReplyChanges replies) : IRequestHandler<ChangeOwnReply, Decision<CannedReplyView>>
{
    public Task<Decision<CannedReplyView>> Handle(ChangeOwnReply request, CancellationToken cancellationToken) =>
        replies.ChangeAsync(request.Wished, request.Caller, request.Caller.Agent, cancellationToken);
}
