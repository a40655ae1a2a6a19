using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Privacy;

/// <summary>
/// Erases a visitor in one transaction: every text of the conversation and of its tickets that is the customer's data
/// (<see cref="DataSubject"/>) is masked in events and snapshots, outbox messages about them are dropped, and the
/// browser's key is void. Staff's names, versions, instants, promises and verdicts stay. Again: nothing new.
/// </summary>
public sealed class VisitorErasure(IStore store, NpgsqlDataSource database)
{
    private const int Page = 500;

    public async Task<bool> KnowsAsync(VisitorId visitor, CancellationToken cancellation) =>
        await store.OpenSession().LoadAsync<Visitor>(visitor.Value, cancellation) is not null;

    /// <summary>Whether there was anything left to erase.</summary>
    /// <exception cref="ConcurrencyConflictException">Somebody wrote meanwhile; nothing is erased yet.</exception>
    public async Task<bool> EraseAsync(VisitorId visitor, Actor by, Instant now, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        var known = await session.LoadAsync<Visitor>(visitor.Value, cancellation);
        var tickets = await TicketsAsync(visitor, cancellation);
        var left = false;
        if (known is { } document && Masked(document.Value) is { } masked)
        {
            session.Store(masked, document.Version, document.Version + 1);
            left = true;
        }

        if (known?.Value.Conversation is { } conversation && await HoldsDataAsync(session, conversation.Value, cancellation))
        {
            var thread = await session.LoadAsync<Conversation>(conversation.Value, cancellation);
            session.Append(conversation.Value, thread, [new ConversationErased(by, now)]);
            left = true;
        }

        foreach (var id in tickets)
        {
            if (await HoldsDataAsync(session, id, cancellation))
            {
                session.Append(id, await session.LoadAsync<Ticket>(id, cancellation), [new TicketErased(by, now)]);
                left = true;
            }
        }

        session.Erase([visitor.Value, .. tickets, .. known is null ? [] : new[] { known.Value.Conversation.Value }]);
        await session.CommitAsync(cancellation);
        return left;
    }

    /// <summary>Null when it is masked already. A void key is unique, as the index on keys demands, and no hash of any.</summary>
    private static Visitor? Masked(Visitor visitor)
    {
        var voided = $"{PersonalDataAttribute.Erased} {visitor.Id.Value}";
        return visitor.KeyHash == voided && !PersonalData.IsIn(visitor) ? null : PersonalData.Mask(visitor) with { KeyHash = voided, PreviousKeyHash = null };
    }

    private static async Task<bool> HoldsDataAsync(IStoreSession session, Guid stream, CancellationToken cancellation)
    {
        for (var after = 0L; ; after += Page)
        {
            var events = await session.ReadAsync(stream, after, Page, cancellation);
            if (events.Any(stored => PersonalData.IsIn(stored.Data)))
            {
                return true;
            }

            if (events.Count < Page)
            {
                return false;
            }
        }
    }

    private async Task<IReadOnlyList<Guid>> TicketsAsync(VisitorId visitor, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select id from mt_doc_ticket where visitor = $1 order by id");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = visitor.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }
}
