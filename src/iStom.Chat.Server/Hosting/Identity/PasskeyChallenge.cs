using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>What an authenticator was asked to sign. It serves once.</summary>
/// <param name="State">ASP.NET Core Identity's.</param>
/// <param name="Agent">Who adds a passkey; null: somebody signs in.</param>
public sealed record PasskeyChallenge(Guid Id, string State, AgentId? Agent, Instant ExpiresAt)
{
    /// <summary>How long a person may take for it.</summary>
    public static readonly Duration AnswerLimit = Duration.FromMinutes(5);

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<PasskeyChallenge>(
        challenge => challenge.Id, new DuplicatedField<PasskeyChallenge>("expires_at", NpgsqlDbType.TimestampTz, challenge => challenge.ExpiresAt.ToDateTimeUtc()));
}
