using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Search;

/// <summary>Of which tickets, and of which time: when the message was written, or the ticket opened. Null: any.</summary>
/// <param name="Lane">The part of the queue that it is in now.</param>
/// <param name="Agent">Who has it.</param>
/// <param name="Since">From this instant on.</param>
/// <param name="Until">Before this one.</param>
public sealed record SearchFilter(RequestKind? Kind, SupportLevel? Level, Lane? Lane, Guid? Agent, TicketStatus? State, Instant? Since, Instant? Until)
{
    public bool IsOfTickets => Kind is not null || Level is not null || Lane is not null || Agent is not null || State is not null;

    public bool IsEmpty => !IsOfTickets && Since is null && Until is null;

    /// <summary>On a row <c>t</c> of tickets. Parameters: kind, level, agent, status, lane, the instant that it is.</summary>
    internal static string Condition(int first) =>
        $"""
        (${first} is null or t.kind = ${first}) and (${first + 1} is null or t.support_level = ${first + 1}) and (${first + 2} is null or t.assignee = ${first + 2})
          and (${first + 3} is null or t.status = ${first + 3})
          and (${first + 4} is null or (t.queued_since is not null and ${first + 4} = case
            when t.criticality in ('Confirmed', 'Claimed') then 'Critical' when t.at_risk_at <= ${first + 5} then 'AtRisk' else 'InTurn' end))
        """;

    /// <summary>What <see cref="Condition"/> takes.</summary>
    internal NpgsqlParameter[] Parameters(Instant now) =>
    [
        Sql.OrNull(Kind?.ToString(), NpgsqlDbType.Varchar), Sql.OrNull(Level?.ToString(), NpgsqlDbType.Varchar), Sql.OrNull(Agent, NpgsqlDbType.Uuid),
        Sql.OrNull(State?.ToString(), NpgsqlDbType.Varchar), Sql.OrNull(Lane?.ToString(), NpgsqlDbType.Varchar), Sql.Utc(now),
    ];
}
