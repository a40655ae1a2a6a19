using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>
/// What one connects with goes after its time; an invitation that nobody has taken up is over then, and every session whose ticket is over. How many.
/// </summary>
[AllowDesk]
public sealed record EndOldSessions : IPeriodicCommand, IRequest<Decision<int>>
{
    /// <summary>A time limit of minutes is kept to seconds.</summary>
    public static TimeSpan Interval => TimeSpan.FromSeconds(15);
}

internal sealed class EndOldSessionsHandler(IStore store, RemoteSupportBook book, RemoteChange change, ServiceClosing closing, NpgsqlDataSource database, IClock clock) : IRequestHandler<EndOldSessions, Decision<int>>
{
    private const string DueSql =
        """
        select a.data, a.mt_version from mt_doc_remoteaccess a where a.until <= $1
        union
        select a.data, a.mt_version from mt_doc_remoteaccess a join mt_doc_ticket t on t.id = a.ticket where t.status in ('Resolved', 'Closed')
        limit 100
        """;

    public async Task<Decision<int>> Handle(EndOldSessions request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = await database.ReadDocumentsAsync<RemoteAccess>(DueSql, [Sql.Utc(now)], cancellationToken);
        foreach (var access in due)
        {
            try
            {
                await EndAsync(access.Value.Id, now, cancellationToken);
            }
            catch (ConcurrencyConflictException)
            {
                // Somebody did something about it this moment: the next time sees.
            }
        }

        return due.Count;
    }

    private async Task EndAsync(RemoteSessionId id, Instant now, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (await RemoteChange.FindAsync(session, id, thread: null, cancellation) is not { Access: var access, Ticket: var ticket })
        {
            return;
        }

        var ended = ticket.Value.RemoteSession?.Id == id ? TicketRemoteSupport.EndIfDue(ticket.Value, book.Limit, now) : [];
        if (ended is not [])
        {
            await change.AppendAsync(session, ticket, ended, cancellation);
        }
        else if (ticket.Value.RemoteSession?.Id == id)
        {
            closing.Leave(session, access.Value);
            session.Store(access.Value with { Sealed = null, Until = ticket.Value.RemoteSession.StartedAt is null ? now + book.Limit : null }, access.Version, access.Version + 1);
        }
        else
        {
            session.Delete<RemoteAccess>(id.Value, access.Version);
        }

        await session.CommitAsync(cancellation);
    }
}
