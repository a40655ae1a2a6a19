using System.Text.Json;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Regulation;

/// <summary>Tickets on which a customer waits, in the queue or with an agent.</summary>
public sealed class OpenWaits(NpgsqlDataSource database)
{
    private const string ReadSql =
        """
        select data from mt_doc_ticket
        where (queued_since is not null or assignee is not null) and jsonb_typeof(data -> 'Wait') = 'object' order by number
        """;

    public async Task<IReadOnlyList<Ticket>> ReadAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ReadSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tickets = new List<Ticket>();
        while (await reader.ReadAsync(cancellation))
        {
            tickets.Add(JsonSerializer.Deserialize<Ticket>(reader.GetString(0), StoreJson.Options)!);
        }

        return tickets;
    }
}
