using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Hosting.Commands;

namespace iStom.Chat.Server.Hubs;

/// <summary>On whose desk an alarm is.</summary>
/// <param name="settings">The routes.</param>
/// <param name="duty">Whoever is on duty for Paid, by the roster or by their own word.</param>
/// <param name="present">Whoever has the desk open.</param>
internal sealed class AlarmAudience(AlarmSettings settings, HashSet<AgentId> duty, IReadOnlyList<AgentCaller> present)
{
    /// <summary>Of those on duty nobody is there: then everybody who could help is told.</summary>
    private readonly bool _isNobodyThere = !present.Any(agent => IsOnDuty(agent, duty));

    public bool Hears(AgentCaller agent, AlarmKind kind) =>
        (settings.RouteOf(kind).Leads && IsLead(agent))
        || (kind == AlarmKind.PaidAtNight && (IsOnDuty(agent, duty) || (_isNobodyThere && (agent.PaidSupport || IsLead(agent)))));

    private static bool IsOnDuty(AgentCaller agent, HashSet<AgentId> duty) => agent.PaidSupport && duty.Contains(agent.Agent);

    private static bool IsLead(AgentCaller agent) => agent.Roles.Any(role => role >= AgentRole.Supervisor);
}
