using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;

namespace iStom.Chat.Server.Agents;

/// <summary>Whose sign-ins somebody may see and end.</summary>
internal static class SessionOwnership
{
    public static bool MayTouch(AgentCaller caller, AgentId owner) => caller.Agent == owner || caller.Roles.Contains(AgentRole.Administrator);
}
