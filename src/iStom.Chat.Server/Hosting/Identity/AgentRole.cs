namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>What a member of the staff may do.</summary>
public enum AgentRole
{
    Agent,
    Supervisor,
    Administrator,
}
