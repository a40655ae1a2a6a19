using System.Text.Json.Serialization;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>An account of a member of the staff. Mutable, as ASP.NET Core Identity wants it; written by <see cref="AgentStore"/>.</summary>
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

    public required IReadOnlyList<AgentRole> Roles { get; set; }

    /// <summary>The skill that is served outside working hours.</summary>
    public bool PaidSupport { get; set; }

    /// <summary>Changes with everything that must end the sessions: password, roles, a lock.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Wrong passwords since the last right one.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>Too many wrong passwords: nobody signs in before this.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The version that was loaded; 0 for a new account.</summary>
    [JsonIgnore]
    public long Version { get; set; }

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<Agent>(
        agent => agent.Id.Value, new DuplicatedField<Agent>("email", NpgsqlDbType.Varchar, agent => agent.Email, nameof(Email), FieldIndex.Unique));
}
