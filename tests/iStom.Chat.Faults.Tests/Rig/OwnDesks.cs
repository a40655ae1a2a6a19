using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>Panels share a network; each desk has its own, so that one agent can vanish.</summary>
internal sealed class OwnDesks(IExchange panels, IReadOnlyList<IExchange> desks) : IExchange
{
    public Task<IVisitorLine> DialAsVisitorAsync(int visitor, Action<Entry> heard) => panels.DialAsVisitorAsync(visitor, heard);

    public Task<IAgentLine> DialAsAgentAsync(int agent, Action<Guid, Entry> heard) => desks[agent].DialAsAgentAsync(agent, heard);
}
