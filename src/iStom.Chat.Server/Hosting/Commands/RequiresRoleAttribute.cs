using iStom.Chat.Server.Hosting.Identity;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>Which role a staff command demands; without the attribute it is <see cref="AgentRole.Agent"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresRoleAttribute(AgentRole role) : Attribute
{
    public AgentRole Role => role;
}
