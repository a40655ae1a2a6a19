namespace iStom.Chat.Domain.People;

/// <summary>What a member of the staff may do, and how they prove who they are.</summary>
/// <param name="Id">Who.</param>
/// <param name="Email">With which they sign in; lower case.</param>
/// <param name="Name">As visitors see it.</param>
/// <param name="Roles">None: they can sign in and do nothing.</param>
/// <param name="PaidSupport">The skill that is served outside working hours.</param>
/// <param name="ChatLimit">How many open tickets they may have when they take the next; null: no limit.</param>
/// <param name="Disabled">Nobody signs in with this account.</param>
/// <param name="SignIn">How they sign in.</param>
public sealed record AgentRights(
    AgentId Id,
    [property: PersonalData(DataSubject.Agent)] string Email,
    [property: PersonalData(DataSubject.Agent)] string Name,
    IReadOnlyList<AgentRole> Roles,
    bool PaidSupport,
    int? ChatLimit,
    bool Disabled,
    SignInMeans SignIn) : IKept
{
    Guid IKept.Key => Id.Value;

    string IKept.Title => Name;

    /// <summary>Whether they can administrate: without such a person nobody could give rights any more.</summary>
    public bool Administrates() => !Disabled && Roles.Contains(AgentRole.Administrator);
}
