using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Tickets;

/// <summary>The exchange's record of a call, once somebody has seen to it.</summary>
internal static class CallRecord
{
    /// <summary>With the session's commit the call is the ticket's, and on no desk any more. Refuses <c>call-not-found</c>; no call is none.</summary>
    public static async Task<Decision<PhoneCall?>> SettleCallAsync(this IStoreSession session, Guid? id, TicketId ticket, CancellationToken cancellation)
    {
        if (id is not { } known)
        {
            return (PhoneCall?)null;
        }

        if (await session.LoadAsync<PhoneCall>(known, cancellation) is not { } call)
        {
            return PhoneRefusals.CallNotFound;
        }

        session.Store(call.Value with { Ticket = ticket }, call.Version, call.Version + 1);
        return call.Value;
    }
}
