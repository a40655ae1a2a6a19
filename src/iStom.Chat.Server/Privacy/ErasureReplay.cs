using iStom.Chat.Domain;
using NodaTime;

namespace iStom.Chat.Server.Privacy;

/// <summary>After a restore: erases again whoever the ledger names, before the server serves anybody.</summary>
public sealed class ErasureReplay(ErasureLedger ledger, VisitorErasure erasure, IClock clock)
{
    /// <summary>Returns how many visitors the ledger names, and how many of them were there again.</summary>
    /// <exception cref="InvalidDataException">The ledger cannot be read.</exception>
    public async Task<(int Named, int ErasedAgain)> ReplayAsync(CancellationToken cancellation)
    {
        ErasureEntry[] entries = [.. (await ledger.ReadAsync(cancellation)).OrderBy(entry => entry.IsOfDesk).DistinctBy(entry => entry.Visitor)];
        var again = 0;
        foreach (var entry in entries)
        {
            // Who was silent for long enough may have written again since, and was then left alone.
            if (await erasure.EraseAsync(entry.Visitor, entry.IsOfDesk ? Actor.Desk : Actor.Of(entry.By), clock.GetCurrentInstant(), entry.IsOfDesk ? entry.At : null, cancellation))
            {
                again++;
            }
        }

        return (entries.Length, again);
    }
}
