using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Contract;

/// <summary>Reads tickets for showing. What is decided on is loaded through a store session instead.</summary>
public sealed class TicketReader(NpgsqlDataSource database)
{
    public async Task<TicketRow?> FindAsync(TicketId ticket, CancellationToken cancellation)
    {
        var rows = await ReadAsync("t.id = $1", [Sql.Of(ticket.Value)], cancellation);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Those of these that there are, in no order.</summary>
    public Task<IReadOnlyList<TicketRow>> ByIdAsync(IEnumerable<TicketId> ids, CancellationToken cancellation) =>
        ReadAsync("t.id = any($1)", [Sql.Of(ids.Select(id => id.Value).ToArray())], cancellation);

    /// <summary>Those that have one of these numbers.</summary>
    public Task<IReadOnlyList<TicketRow>> ByNumberAsync(IEnumerable<string> numbers, CancellationToken cancellation) =>
        ReadAsync("t.number = any($1)", [Sql.Of(numbers.ToArray())], cancellation);

    /// <summary>The tickets that an agent has and that are not yet over, oldest first.</summary>
    public Task<IReadOnlyList<TicketRow>> HeldByAsync(AgentId agent, CancellationToken cancellation) =>
        ReadAsync("t.assignee = $1 and t.status not in ('Resolved', 'Closed') order by t.number", [Sql.Of(agent.Value)], cancellation);

    /// <summary>The open tickets of these clinics and visitors, newest first.</summary>
    public Task<IReadOnlyList<TicketRow>> OpenOfAsync(IEnumerable<ClinicId> clinics, IEnumerable<VisitorId> visitors, int limit, CancellationToken cancellation) => ReadAsync(
        """
        t.id in (select id from mt_doc_ticket where clinic = any($1) union select id from mt_doc_ticket where visitor = any($2))
        and t.status not in ('Resolved', 'Closed') order by t.id desc limit $3
        """,
        [Sql.Of(clinics.Select(clinic => clinic.Value).ToArray()), Sql.Of(visitors.Select(visitor => visitor.Value).ToArray()), Sql.Of(limit)],
        cancellation);

    /// <summary>Tickets of which nobody thinks, since nobody has them and they are in no queue, but whose customers ask to be called back; longest first.</summary>
    public Task<IReadOnlyList<TicketRow>> ToBeCalledAsync(int limit, CancellationToken cancellation) => ReadAsync(
        "t.assignee is null and (t.data -> 'Callback' ->> 'At') is not null and t.queued_since is null order by t.data -> 'Callback' ->> 'At', t.id limit $1", [Sql.Of(limit)], cancellation);

    /// <summary>The tickets of a clinic, newest first, before a ticket.</summary>
    public Task<IReadOnlyList<TicketRow>> OfClinicAsync(ClinicId clinic, Guid? before, int limit, CancellationToken cancellation) => ReadAsync(
        "t.clinic = $1 and ($2 is null or t.id < $2) order by t.id desc limit $3",
        [Sql.Of(clinic.Value), Sql.OrNull(before, NpgsqlDbType.Uuid), Sql.Of(limit)],
        cancellation);

    /// <summary>The tickets that wait, or waited last, for a development item, newest first, before a ticket.</summary>
    public Task<IReadOnlyList<TicketRow>> OfDevelopmentItemAsync(DevelopmentItemId item, Guid? before, int limit, CancellationToken cancellation) => ReadAsync(
        "t.development_item = $1 and ($2 is null or t.id < $2) order by t.id desc limit $3",
        [Sql.Of(item.Value), Sql.OrNull(before, NpgsqlDbType.Uuid), Sql.Of(limit)],
        cancellation);

    /// <summary>A visitor's tickets, newest first, before a ticket; a verified user's with those of the browser in which their thread began.</summary>
    public Task<IReadOnlyList<TicketRow>> OfVisitorAsync(VisitorId visitor, Guid? before, int limit, CancellationToken cancellation) => ReadAsync(
        """
        t.visitor in (
          select $1 union all
          select b.id from mt_doc_visitor b join mt_doc_visitor u on u.id = b.verified_as where b.verified_as = $1 and b.data -> 'Conversation' = u.data -> 'Conversation')
        and ($2 is null or t.id < $2) order by t.id desc limit $3
        """,
        [Sql.Of(visitor.Value), Sql.OrNull(before, NpgsqlDbType.Uuid), Sql.Of(limit)],
        cancellation);

    private async Task<IReadOnlyList<TicketRow>> ReadAsync(string condition, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {TicketRow.Columns} from {TicketRow.From} where {condition}");
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<TicketRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(TicketRow.Read(reader));
        }

        return rows;
    }
}
