using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Contract;

/// <summary>What is known of a clinic's, or an unknown visitor's, earlier claims of restore-work.</summary>
public sealed class ClaimHistories(NpgsqlDataSource database)
{
    private const string Sql =
        """
        with theirs as (select id, data, status from mt_doc_ticket where visitor = $1 or clinic = $2)
        select
          exists (select from theirs where status not in ('Resolved', 'Closed')
            and (data->>'HasUndecidedClaim')::boolean),
          (select count(*)::int from theirs join mt_events e on e.stream_id = theirs.id
            where e.type = 'criticality_rejected' and e.timestamp > $3 and e.data->'ClaimedBy'->>'Kind' = 'Visitor')
        """;

    public async Task<ClaimHistory> OfAsync(VisitorId visitor, ClinicId? clinic, Instant now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = visitor.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = clinic?.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (now - ClaimHistory.Window).ToDateTimeUtc() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetBoolean(0), reader.GetInt32(1));
    }
}
