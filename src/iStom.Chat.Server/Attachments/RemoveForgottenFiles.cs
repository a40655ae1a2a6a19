using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Attachments;

/// <summary>Removes a batch of files that no message has taken within a day, and what a crash has left aside; how many of the former.</summary>
[AllowDesk]
public sealed record RemoveForgottenFiles : IPeriodicCommand, IRequest<Decision<int>>
{
    /// <summary>How long a file waits for its message.</summary>
    public static readonly Duration WaitLimit = Duration.FromDays(1);
}

internal sealed class RemoveForgottenFilesHandler(IStore store, KeptFiles files, IncomingFolder incoming, IClock clock) : IRequestHandler<RemoveForgottenFiles, Decision<int>>
{
    private const int Batch = 500;

    public async Task<Decision<int>> Handle(RemoveForgottenFiles request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        incoming.Clear(now - RemoveForgottenFiles.WaitLimit);
        var session = store.OpenSession();
        var removed = await files.RemoveForgottenAsync(session, now - RemoveForgottenFiles.WaitLimit, Batch, now, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return removed;
    }
}
