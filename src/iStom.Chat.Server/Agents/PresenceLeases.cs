using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Agents;

/// <summary>
/// When each agent was last at the desk, renewed by the nodes whose sockets they are on. A lease in the database, so
/// that the crash of a node sends no ticket back at once and another node can tell when it is time to.
/// </summary>
public sealed class PresenceLeases(NpgsqlDataSource database)
{
    /// <summary>Whoever is away was last at work when they said so.</summary>
    private const string RenewSql =
        """
        insert into istom_presence (agent, seen) select unnest($1::uuid[]), $2
        on conflict (agent) do update set seen = case when istom_presence.availability = 'Away' then istom_presence.seen else greatest(istom_presence.seen, excluded.seen) end
        returning agent, availability
        """;

    private const string SetSql =
        """
        insert into istom_presence (agent, seen, availability) values ($1, $2, $3)
        on conflict (agent) do update set seen = greatest(istom_presence.seen, excluded.seen), availability = excluded.availability
        """;

    /// <summary>Only tickets whose customer waits are of interest; the others stay with their agent.</summary>
    private const string AbandonedSql =
        """
        select t.id, coalesce(p.seen, '-infinity') from mt_doc_ticket t left join istom_presence p on p.agent = t.assignee
        where t.assignee is not null and t.status in ('InProgress', 'WithDevelopment') and coalesce(p.seen, '-infinity') < $1
        """;

    /// <summary>They have the desk open. Answers what each says of themselves.</summary>
    public async Task<IReadOnlyDictionary<Guid, Availability>> RenewAsync(IEnumerable<Guid> agents, Instant now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RenewSql);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. agents.Distinct()] });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.ToDateTimeUtc() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var said = new Dictionary<Guid, Availability>();
        while (await reader.ReadAsync(cancellation))
        {
            said.Add(reader.GetGuid(0), Enum.Parse<Availability>(reader.GetString(1)));
        }

        return said;
    }

    /// <summary>What an agent says of themselves from now on, also after they have come back.</summary>
    public async Task SetAsync(AgentId agent, Availability availability, Instant now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(SetSql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = agent.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.ToDateTimeUtc() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = availability.ToString() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Tickets whose agent was last seen before an instant, and when that was.</summary>
    public async Task<IReadOnlyList<(TicketId Ticket, Instant LastSeen)>> AbandonedAsync(Instant before, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AbandonedSql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before.ToDateTimeUtc() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var abandoned = new List<(TicketId, Instant)>();
        while (await reader.ReadAsync(cancellation))
        {
            abandoned.Add((new(reader.GetGuid(0)), Sql.InstantOf(reader.GetDateTime(1))));
        }

        return abandoned;
    }
}
