namespace iStom.Chat.Domain.People;

/// <summary>An account was made, or its rights or its means of signing in were changed.</summary>
public sealed record AgentRightsChanged(AgentRights? Before, AgentRights? After, Authorship Made) : IChangeOf<AgentRights>;
