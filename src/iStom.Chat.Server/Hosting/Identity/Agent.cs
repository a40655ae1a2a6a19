using System.Text.Json.Serialization;
using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>An account of a member of the staff, with its secrets. Mutable, as ASP.NET Core Identity wants it.</summary>
public sealed class Agent
{
    public required AgentId Id { get; init; }

    /// <summary>Lower case; unique.</summary>
    [PersonalData(DataSubject.Agent)]
    public required string Email { get; set; }

    /// <summary>As visitors see it.</summary>
    [PersonalData(DataSubject.Agent)]
    public required string Name { get; set; }

    /// <summary>ASP.NET Core Identity's format.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Null where it is not known.</summary>
    public Instant? PasswordSetAt { get; set; }

    public required IReadOnlyList<AgentRole> Roles { get; set; }

    /// <summary>The skill that is served outside working hours.</summary>
    public bool PaidSupport { get; set; }

    /// <inheritdoc cref="AgentRights"/>
    public int? ChatLimit { get; set; }

    /// <summary>Nobody signs in with this account.</summary>
    public bool Disabled { get; set; }

    /// <summary>Changes with everything that must end the sessions.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>The secret of the authenticator app, sealed; null: no code is asked for.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The time step of the last code that was accepted: neither it nor an earlier one is accepted again.</summary>
    public long TotpStep { get; set; }

    /// <summary>Of the recovery codes that were not used yet.</summary>
    public IReadOnlyList<string> RecoveryHashes { get; set; } = [];

    public IReadOnlyList<Passkey> Passkeys { get; set; } = [];

    /// <summary>The version that was loaded; 0 for a new account.</summary>
    [JsonIgnore]
    public long Version { get; set; }

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<Agent>(
        agent => agent.Id.Value, new DuplicatedField<Agent>("email", NpgsqlDbType.Varchar, agent => agent.Email, nameof(Email), FieldIndex.Unique));

    /// <summary>What of it may be told.</summary>
    public AgentRights Rights() =>
        new(Id, Email, Name, Roles, PaidSupport, ChatLimit, Disabled, new(PasswordSetAt, TotpSecret is not null, Passkeys.Count, RecoveryHashes.Count));
}
