using iStom.Chat.Domain;
using Npgsql;

namespace iStom.Chat.Server.Contract;

/// <summary>Reads tickets for showing. What is decided on is loaded through a store session instead.</summary>
public sealed class TicketReader(NpgsqlDataSource database)
{
    public async Task<TicketRow?> FindAsync(TicketId ticket, CancellationToken cancellation)
    {
        var rows = await ReadAsync("t.id = $1", ticket.Value, cancellation);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>The tickets that an agent has and that are not yet over, oldest first.</summary>
    public Task<IReadOnlyList<TicketRow>> HeldByAsync(AgentId agent, CancellationToken cancellation) =>
        ReadAsync("t.assignee = $1 and t.status not in ('Resolved', 'Closed') order by t.number", agent.Value, cancellation);

    private async Task<IReadOnlyList<TicketRow>> ReadAsync(string condition, Guid parameter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select {TicketRow.Columns} from {TicketRow.From} where {condition}");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<TicketRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(TicketRow.Read(reader));
        }

        return rows;
    }
}
