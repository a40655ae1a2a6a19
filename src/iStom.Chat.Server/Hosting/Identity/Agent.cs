using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>An account of a member of the staff.</summary>
public sealed record Agent
{
    public required AgentId Id { get; init; }

    /// <summary>Lower case; unique.</summary>
    [PersonalData(DataSubject.Agent)]
    public required string Email { get; init; }

    /// <summary>As visitors see it.</summary>
    [PersonalData(DataSubject.Agent)]
    public required string Name { get; init; }

    /// <summary>ASP.NET Core Identity's format.</summary>
    public required string PasswordHash { get; init; }

    public required IReadOnlyList<AgentRole> Roles { get; init; }

    /// <summary>The skill that is served outside working hours.</summary>
    public bool PaidSupport { get; init; }

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<Agent>(
        agent => agent.Id.Value, new DuplicatedField<Agent>("email", NpgsqlDbType.Varchar, agent => agent.Email));
}
