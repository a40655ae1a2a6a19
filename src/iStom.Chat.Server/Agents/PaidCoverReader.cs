using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Agents;

/// <summary>Whether the Paid shifts have somebody, by the roster, the rights and the desk as they are now.</summary>
public sealed class PaidCoverReader(NpgsqlDataSource database, LiveDocuments<Shift> shifts, IClock clock)
{
    private const string AbleSql =
        """
        select a.id, coalesce(p.availability <> 'Away' and p.seen >= $1, false) from mt_doc_agent a left join istom_presence p on p.agent = a.id
        where a.data ->> 'PaidSupport' = 'true' and coalesce(a.data ->> 'Disabled', 'false') = 'false' and jsonb_array_length(a.data -> 'Roles') > 0
        """;

    /// <summary>Null: nothing is missing, or no Paid shift is on or near.</summary>
    public async Task<PaidGap?> FindAsync(CancellationToken cancellation)
    {
        var roster = shifts.All.ToList();
        if (!roster.Exists(shift => shift.Kind == ShiftKind.PaidDuty))
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var (able, isSomebodyThere) = await AbleAsync(now - TicketAssignment.AwayLimit, cancellation);
        return PaidCover.Find(roster, able, isSomebodyThere, now, LiveRegulation.Zone);
    }

    private async Task<(HashSet<AgentId> Able, bool IsSomebodyThere)> AbleAsync(Instant seenSince, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(AbleSql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = seenSince.ToDateTimeUtc() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (able, isSomebodyThere) = (new HashSet<AgentId>(), false);
        while (await reader.ReadAsync(cancellation))
        {
            able.Add(new(reader.GetGuid(0)));
            isSomebodyThere |= reader.GetBoolean(1);
        }

        return (able, isSomebodyThere);
    }
}
