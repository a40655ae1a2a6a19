using System.Collections.Concurrent;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;

namespace iStom.Chat.Server.Agents;

/// <summary>Who has the desk open on this node. An agent with several windows is there until the last one is closed.</summary>
public sealed class AgentPresence
{
    private readonly ConcurrentDictionary<string, Person> _connections = new(StringComparer.Ordinal);

    public void Enter(string connection, AgentCaller agent) => _connections[connection] = new(agent.Agent.Value, agent.Name);

    public void Leave(string connection) => _connections.TryRemove(connection, out _);

    /// <summary>Each once, by name.</summary>
    public IReadOnlyList<Person> OnDuty() =>
        [.. _connections.Values.DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.CurrentCulture)];
}
