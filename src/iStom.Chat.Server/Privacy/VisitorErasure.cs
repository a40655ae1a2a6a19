using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Privacy;

/// <summary>
/// Erases a visitor in one transaction: every text of the conversation and of its tickets that is the customer's data
/// (<see cref="DataSubject"/>) is masked in events and snapshots, their files and the records of their calls go, outbox messages about them are dropped, and the
/// browser's key is void. Staff's names, versions, instants, promises and verdicts stay. Again: nothing new.
/// </summary>
public sealed class VisitorErasure(IStore store, KeptFiles files, NpgsqlDataSource database)
{
    private const int Page = 500;

    /// <summary>
    /// Everybody who shares a thread with the visitor, and the browsers that write as them: but not what somebody else wrote who
    /// has used the same browser.
    /// </summary>
    public const string WhoSql =
        """
        select id from mt_doc_visitor where data ->> 'Conversation' in (
          select data ->> 'Conversation' from mt_doc_visitor where id = $1
          union
          select b.data ->> 'Conversation' from mt_doc_visitor b where b.verified_as = $1 and not exists (
            select from mt_doc_visitor u where u.clinic is not null and u.id <> $1 and u.data ->> 'Conversation' = b.data ->> 'Conversation'))
        order by id
        """;

    private const string LinkedSql = "select distinct (data ->> 'LinkedFrom')::uuid from mt_doc_ticket where visitor = any($1) and data ->> 'LinkedFrom' is not null";

    private const string HeldBackSql = "select id from mt_doc_receivedmail where (sender = any($1) or ticket = any($1)) and held_back_at is not null";

    private const string CallsSql = "select id from mt_doc_phonecall where number = any($1) or ticket = any($2) or data -> 'Visitors' ?| $3";

    private const string RemoteSql = "select id from mt_doc_remoteaccess where ticket = any($1)";

    private const string QuietSql =
        """
        select not exists (select from mt_events where stream_id = any($1) and timestamp > $2)
          and not exists (select from mt_doc_ticket where id = any($1) and status not in ('Resolved', 'Closed'))
        """;

    public async Task<bool> KnowsAsync(VisitorId visitor, CancellationToken cancellation) =>
        await store.OpenSession().LoadAsync<Visitor>(visitor.Value, cancellation) is not null;

    /// <summary>The visitor as user and as browsers; only themselves where they are not known.</summary>
    public async Task<IReadOnlyList<Guid>> WhoAsync(VisitorId visitor, CancellationToken cancellation) =>
        await IdsAsync(WhoSql, Sql.Of(visitor.Value), cancellation) is { Count: > 0 } known ? known : [visitor.Value];

    /// <summary>Whether there was anything left to erase.</summary>
    /// <exception cref="ConcurrencyConflictException">Somebody wrote meanwhile; nothing is erased yet.</exception>
    public Task<bool> EraseAsync(VisitorId visitor, Actor by, Instant now, CancellationToken cancellation) => EraseAsync(visitor, by, now, quietSince: null, cancellation);

    /// <summary>The same of somebody who has been silent.</summary>
    /// <param name="visitor">Who.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="now">As of when.</param>
    /// <param name="quietSince">Nothing is erased where anything was written since then, or a ticket is not over; null: whatever there is.</param>
    /// <param name="cancellation">The caller's.</param>
    public async Task<bool> EraseAsync(VisitorId visitor, Actor by, Instant now, Instant? quietSince, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        var who = await WhoAsync(visitor, cancellation);
        var tickets = await IdsAsync("select id from mt_doc_ticket where visitor = any($1) order by id", Sql.Of(who.ToArray()), cancellation);
        var (threads, numbers, left) = (new HashSet<Guid>(), new List<string?>(), false);
        foreach (var id in who)
        {
            if (await session.LoadAsync<Visitor>(id, cancellation) is not { } known)
            {
                continue;
            }

            threads.Add(known.Value.Conversation.Value);
            numbers.AddRange([known.Value.Phone, known.Value.GivenPhone]);
            if (Masked(known.Value) is { } masked)
            {
                session.Store(masked, known.Version, known.Version + 1);
                left = true;
            }
        }

        // Also where the browser in which it was written belongs to somebody else by now.
        threads.UnionWith(await IdsAsync(LinkedSql, Sql.Of(who.ToArray()), cancellation));
        foreach (var id in threads)
        {
            if (await HoldsDataAsync(session, id, cancellation))
            {
                session.Append(id, await session.LoadAsync<Conversation>(id, cancellation), [new ConversationErased(by, now)]);
                left = true;
            }
        }

        foreach (var id in await IdsAsync(CallsSql, [NationalOf(numbers), Sql.Of(tickets.ToArray()), Sql.Of(who.Select(known => known.ToString()).ToArray())], cancellation))
        {
            session.Delete<PhoneCall>(id, StreamVersion.Any);
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

        // What is written from here on conflicts with the versions that were loaded above.
        if (quietSince is { } since && !await IsQuietAsync([.. threads, .. tickets], since, cancellation))
        {
            return false;
        }

        var blocks = threads.Select(thread => BlockBook.IdOf(new(thread))).ToList();
        foreach (var id in blocks)
        {
            left |= await MaskBlockAsync(session, id, new(by, From: null, now), cancellation);
        }

        foreach (var id in await IdsAsync(HeldBackSql, Sql.Of(who.Concat(tickets).ToArray()), cancellation))
        {
            left |= await MaskMailAsync(session, id, cancellation);
        }

        foreach (var id in await IdsAsync(RemoteSql, Sql.Of(tickets.ToArray()), cancellation))
        {
            session.Delete<RemoteAccess>(id, StreamVersion.Any);
            left = true;
        }

        left |= await files.RemoveOfAsync(session, threads, tickets, now, cancellation) > 0;
        session.Erase([.. who, .. tickets, .. threads, .. blocks]);
        await session.CommitAsync(cancellation);
        return left;
    }

    private static NpgsqlParameter NationalOf(IEnumerable<string?> numbers) => Sql.Of(numbers.Select(number => PhoneNumber.Find(number)).OfType<PhoneNumber>().Select(number => number.National).ToArray());

    /// <summary>What staff wrote of the visitor; whether there was anything left. The block holds on.</summary>
    private static async Task<bool> MaskBlockAsync(IStoreSession session, Guid id, Authorship made, CancellationToken cancellation)
    {
        if (await session.LoadAsync<VisitorBlock>(id, cancellation) is not { } block || !PersonalData.IsIn(block.Value))
        {
            return false;
        }

        var masked = PersonalData.Mask(block.Value);
        session.Change(new VisitorBlockChanged(masked, masked, made), block.Version);
        return true;
    }

    /// <summary>A mail of theirs that became no message; whether there was anything left.</summary>
    private static async Task<bool> MaskMailAsync(IStoreSession session, Guid id, CancellationToken cancellation)
    {
        if (await session.LoadAsync<ReceivedMail>(id, cancellation) is not { } mail || !PersonalData.IsIn(mail.Value))
        {
            return false;
        }

        session.Store(PersonalData.Mask(mail.Value), mail.Version, mail.Version + 1);
        return true;
    }

    private async Task<bool> IsQuietAsync(Guid[] streams, Instant since, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(QuietSql);
        command.Parameters.Add(Sql.Of(streams));
        command.Parameters.Add(Sql.Utc(since));
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Null when it is masked already. A void key is unique, as the index on keys demands, and no hash of any.</summary>
    private static Visitor? Masked(Visitor visitor)
    {
        var voided = $"{PersonalDataAttribute.Erased} {visitor.Id.Value}";
        return visitor.KeyHash == voided && !PersonalData.IsIn(visitor) ? null : PersonalData.Mask(visitor) with { KeyHash = voided, PreviousKeyHash = null, MailAddress = null };
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

    private Task<IReadOnlyList<Guid>> IdsAsync(string sql, NpgsqlParameter parameter, CancellationToken cancellation) => IdsAsync(sql, [parameter], cancellation);

    private async Task<IReadOnlyList<Guid>> IdsAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }
}
