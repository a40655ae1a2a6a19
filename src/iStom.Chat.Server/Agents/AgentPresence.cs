using System.Collections.Concurrent;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;

namespace iStom.Chat.Server.Agents;

/// <summary>Who has the desk open on this node. An agent with several windows is there until the last one is closed.</summary>
public sealed class AgentPresence
{
    private readonly ConcurrentDictionary<string, AgentCaller> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Availability> _said = new();

    public void Enter(string connection, AgentCaller agent) => _connections[connection] = agent;

    public void Leave(string connection) => _connections.TryRemove(connection, out _);

    /// <summary>Agents said this of themselves.</summary>
    public void See(IReadOnlyDictionary<Guid, Availability> said)
    {
        foreach (var (agent, availability) in said)
        {
            _said[agent] = availability;
        }
    }

    /// <summary>Each once, with what they may do.</summary>
    public IReadOnlyList<AgentCaller> Callers() => [.. _connections.Values.DistinctBy(agent => agent.Agent)];

    /// <summary>Each once, by name, those who are away too.</summary>
    public IReadOnlyList<Colleague> Present() =>
        [.. Callers().Select(ViewOf).OrderBy(colleague => colleague.Name, StringComparer.CurrentCulture)];

    /// <summary>Those at work.</summary>
    public IReadOnlyList<Colleague> OnDuty() => [.. Present().Where(colleague => colleague.Availability != Availability.Away)];

    /// <summary>Whoever has lost the right to paid support cannot be on duty for it.</summary>
    private Colleague ViewOf(AgentCaller agent)
    {
        var said = _said.GetValueOrDefault(agent.Agent.Value);
        return new(agent.Agent.Value, agent.Name, said == Availability.PaidDuty && !agent.PaidSupport ? Availability.Online : said);
    }
}
