using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Tickets;

/// <summary>Who may be given a ticket.</summary>
internal static class Colleagues
{
    /// <summary>Nobody by that id answers tickets.</summary>
    public static readonly Refusal NotFound = new("agent-not-found");

    public static async Task<Agent?> FindColleagueAsync(this IStoreSession session, AgentId id, CancellationToken cancellation) =>
        await session.LoadAsync<Agent>(id.Value, cancellation) is { Value: { Roles.Count: > 0, Disabled: false } colleague } ? colleague : null;
}
