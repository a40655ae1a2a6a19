using NodaTime;

namespace iStom.Chat.Domain.People;

/// <summary>Somebody may make themselves an account with these rights, once and until it expires.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Email">With which they will sign in; lower case.</param>
/// <param name="Name">Proposed; the invited decide.</param>
/// <param name="Roles">Which they will have.</param>
/// <param name="PaidSupport">Whether they will have this skill.</param>
/// <param name="State">What became of it.</param>
/// <param name="ExpiresAt">From here on it opens nothing.</param>
public sealed record Invitation(
    InvitationId Id,
    [property: PersonalData(DataSubject.Agent)] string Email,
    [property: PersonalData(DataSubject.Agent)] string Name,
    IReadOnlyList<AgentRole> Roles,
    bool PaidSupport,
    InvitationState State,
    Instant ExpiresAt) : IKept
{
    /// <summary>How long a link opens.</summary>
    public static readonly Duration LinkLife = Duration.FromHours(72);

    Guid IKept.Key => Id.Value;

    string IKept.Title => Email;

    /// <summary>Whether it can be accepted.</summary>
    public bool Opens(Instant now) => State == InvitationState.Open && now < ExpiresAt;
}
