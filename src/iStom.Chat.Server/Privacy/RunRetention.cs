using iStom.Chat.Domain;
using iStom.Chat.Domain.Privacy;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Privacy;

/// <summary>
/// Erases and drops a batch of what has been kept for too long. Each person is erased in a transaction of their own: a crash loses nothing, and the
/// next run goes on. Where there is something to do, its beginning and its end are changes like any other; else nothing is written.
/// </summary>
[AllowDesk]
public sealed record RunRetention : IPeriodicCommand, IRequest<Decision<int>>;

internal sealed class RunRetentionHandler(IStore store, Outdated outdated, VisitorErasure erasure, ErasureLedger ledger, LiveSockets sockets, IClock clock)
    : IRequestHandler<RunRetention, Decision<int>>
{
    /// <summary>People who are erased by one run; the next comes within the hour.</summary>
    private const int Batch = 200;

    private const int BatchOfLines = 5_000;

    /// <summary>Of how many people the conversations were erased.</summary>
    public async Task<Decision<int>> Handle(RunRetention request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await store.OpenSession().LoadAsync<RetentionSettings>(RetentionSettings.Only, cancellationToken) is not { Value: var settings }
            || (await outdated.CountAsync(settings, now, cancellationToken)).IsNothing)
        {
            return 0;
        }

        var begun = new RetentionRun(Guid.CreateVersion7(), now, FinishedAt: null, 0, 0, 0);
        await NoteAsync(before: null, begun, StreamVersion.None, cancellationToken);
        var erased = 0;
        foreach (var person in await outdated.PeopleAsync(settings, now, Batch, cancellationToken))
        {
            erased += await EraseAsync(person, now - Duration.FromDays(settings.ConversationDays!.Value), now, cancellationToken) ? 1 : 0;
        }

        var (lines, technical) = (await outdated.DropAuditAsync(settings, now, BatchOfLines, cancellationToken), await outdated.DropTechnicalAsync(settings, now, BatchOfLines, cancellationToken));
        await NoteAsync(begun, begun with { FinishedAt = clock.GetCurrentInstant(), Conversations = erased, AuditLines = lines, Technical = technical }, 1, cancellationToken);
        return erased;
    }

    /// <summary>Somebody who has written since they were found is left alone: whether they have is looked at in the erasure itself.</summary>
    private async Task<bool> EraseAsync(VisitorId person, Instant quietSince, Instant now, CancellationToken cancellation)
    {
        var who = await erasure.WhoAsync(person, cancellation);
        await ledger.AppendAsync(ErasureEntry.OfDesk(now, person), cancellation);
        try
        {
            if (!await erasure.EraseAsync(person, Actor.Desk, now, quietSince, cancellation))
            {
                return false;
            }
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }

        foreach (var id in who)
        {
            sockets.CloseVisitor(id);
        }

        return true;
    }

    private async Task NoteAsync(RetentionRun? before, RetentionRun after, long version, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        session.Change(new RetentionRunChanged(before, after, Authorship.OfDesk(clock.GetCurrentInstant())), version);
        await session.CommitAsync(cancellation);
    }
}
