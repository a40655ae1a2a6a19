using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Contract;

/// <summary>Gives out ticket numbers: unique over all nodes, with gaps where a command fails after taking one.</summary>
public sealed class TicketSerials(NpgsqlDataSource database)
{
    public async Task<string> NextNumberAsync(Instant now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select nextval('istom_ticket_serial')");
        var serial = (long)(await command.ExecuteScalarAsync(cancellation))!;
        return TicketNumber.Format(now.InZone(LiveRegulation.Zone).Year, serial);
    }
}
