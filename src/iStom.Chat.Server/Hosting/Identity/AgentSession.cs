using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>One sign-in of an agent. It ends by signing out, and with every change of the account's security stamp.</summary>
/// <param name="Id">Stands in the signed cookie.</param>
/// <param name="Agent">Whose it is.</param>
/// <param name="Stamp">The account's security stamp at sign-in.</param>
/// <param name="StartedAt">When.</param>
/// <param name="EndedAt">When it was ended; null while it lasts.</param>
/// <param name="Address">The network address of the sign-in; null where it is not known.</param>
/// <param name="Device">Browser and system in words; null where they are not known.</param>
public sealed record AgentSession(Guid Id, AgentId Agent, string Stamp, Instant StartedAt, Instant? EndedAt, string? Address = null, string? Device = null)
{
    /// <summary>The longest a sign-in lasts, used or not.</summary>
    public static readonly Duration Longest = Duration.FromHours(12);

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<AgentSession>(
        session => session.Id,
        new("agent", NpgsqlDbType.Uuid, session => session.Agent.Value, nameof(Agent)),
        new("stamp", NpgsqlDbType.Varchar, session => session.Stamp, nameof(Stamp)),
        new("started_at", NpgsqlDbType.TimestampTz, session => session.StartedAt.ToDateTimeUtc()),
        new("ended_at", NpgsqlDbType.TimestampTz, session => session.EndedAt?.ToDateTimeUtc()));
}
