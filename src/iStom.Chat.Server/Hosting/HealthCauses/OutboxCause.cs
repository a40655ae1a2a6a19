using iStom.Chat.Server.Storage.Outbox;
using Npgsql;

namespace iStom.Chat.Server.Hosting.HealthCauses;

/// <summary>Background work that does not get done. The server works on; somebody should look.</summary>
internal sealed class OutboxCause(OutboxHealth outbox) : IHealthCause
{
    public async Task<HealthFinding?> LookAsync(CancellationToken cancellation)
    {
        try
        {
            return await outbox.WarningsAsync(cancellation) is { Count: > 0 } warnings
                ? new("outbox-stuck", Blocks: false, string.Join("; ", warnings))
                : null;
        }
        catch (NpgsqlException)
        {
            return null; // Told by the database's own cause.
        }
    }
}
