namespace iStom.Chat.Domain.Conversations;

/// <summary>Who invites to remote support; the code by which one connects is in no event.</summary>
/// <param name="Session">Which invitation.</param>
/// <param name="Company">As the card names us.</param>
/// <param name="AgentName">Who invites, as shown to the visitor.</param>
/// <param name="AsksForId">The visitor gives the id of their own TeamViewer; otherwise the session has a code.</param>
/// <param name="Seconds">How long it lasted, of one that is over; null: it never began.</param>
public sealed record RemoteCard(
    RemoteSessionId Session, string Company, [property: PersonalData(DataSubject.Agent)] string AgentName, bool AsksForId, long? Seconds = null);
