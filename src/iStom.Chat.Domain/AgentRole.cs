namespace iStom.Chat.Domain;

/// <summary>What a member of the staff may do. Each role may do all that those before it may.</summary>
public enum AgentRole
{
    Agent,
    Supervisor,
    Administrator,
}
