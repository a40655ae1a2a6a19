using iStom.Chat.Domain;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>Asks TeamViewer whether it takes the token (<c>GET /api/v1/ping</c>), and says how it went.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record TestTeamViewer(AgentCaller Caller) : AgentCommand<TeamViewerOutcome>(Caller);

/// <summary>reason: why it is of no use; null: it is.</summary>
public sealed record TeamViewerOutcome(string? Reason);

internal sealed class TestTeamViewerHandler(RemoteSupportBook book, TeamViewerApi service) : IRequestHandler<TestTeamViewer, Decision<TeamViewerOutcome>>
{
    public async Task<Decision<TeamViewerOutcome>> Handle(TestTeamViewer request, CancellationToken cancellationToken)
    {
        if (!book.IsSetUp)
        {
            return TeamViewerRefusals.NotSetUp;
        }

        try
        {
            await service.PingAsync(cancellationToken);
            return new TeamViewerOutcome(Reason: null);
        }
        catch (TeamViewerException e)
        {
            return new TeamViewerOutcome(e.Message);
        }
    }
}
