using NodaTime;

namespace iStom.Chat.Domain.People;

/// <summary>Whoever has lost their password may set a new one, once and until it expires. There is one of each account, made anew.</summary>
/// <param name="Id">Follows from the account.</param>
/// <param name="Agent">Whose password.</param>
/// <param name="AgentName">As it was when the link was made.</param>
/// <param name="State">Whether it was used.</param>
/// <param name="ExpiresAt">From here on it opens nothing.</param>
public sealed record PasswordReset(
    PasswordResetId Id,
    AgentId Agent,
    [property: PersonalData(DataSubject.Agent)] string AgentName,
    PasswordResetState State,
    Instant ExpiresAt) : IKept
{
    /// <summary>How long a link opens.</summary>
    public static readonly Duration LinkLife = Duration.FromHours(24);

    Guid IKept.Key => Id.Value;

    string IKept.Title => AgentName;

    /// <summary>Whether it can be used. Whoever has set a password since has found their way by themselves.</summary>
    /// <param name="now">As of when.</param>
    /// <param name="passwordSetAt">When the account's password was last set; null where it is not known.</param>
    public bool Opens(Instant now, Instant? passwordSetAt) =>
        State == PasswordResetState.Open && now < ExpiresAt && !(passwordSetAt > ExpiresAt - LinkLife);
}
