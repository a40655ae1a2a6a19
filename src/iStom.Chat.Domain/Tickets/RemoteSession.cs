using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>An invitation to remote support (§4.1) that is not over.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Agent">Who invited.</param>
/// <param name="AgentName">As shown to the visitor.</param>
/// <param name="Purpose">What for, in the agent's words to the visitor.</param>
/// <param name="AsksForId">The visitor gives the id of their own TeamViewer; otherwise the session has a code.</param>
/// <param name="InvitedAt">When.</param>
public sealed record RemoteSession(
    RemoteSessionId Id,
    AgentId Agent,
    [property: PersonalData(DataSubject.Agent)] string AgentName,
    [property: PersonalData] string Purpose,
    bool AsksForId,
    Instant InvitedAt)
{
    /// <summary>When the visitor agreed; null while they have not.</summary>
    public Instant? ConsentedAt { get; init; }

    /// <summary>Since when an agent is connected; null while nobody is.</summary>
    public Instant? StartedAt { get; init; }
}
