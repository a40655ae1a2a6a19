using iStom.Chat.Server.Contract;

namespace iStom.Chat.Server.Hubs;

/// <summary>What the server tells an agent. Any push may be lost: sequences and versions are the truth.</summary>
public interface IAgentClient
{
    Task Queue(QueueView queue);

    Task Ticket(AgentTicket ticket);

    Task Messages(Guid ticket, IReadOnlyList<Message> messages);

    Task TicketEvents(Guid ticket, IReadOnlyList<TicketEventView> events);

    Task Read(Guid ticket, ReadMarker marker);

    Task Typing(Guid ticket, string who, bool active);

    Task Presence(IReadOnlyList<Colleague> present);

    Task PaidGaps(IReadOnlyList<PaidGapView> gaps);

    Task Alarms(IReadOnlyList<AlarmView> alarms);

    Task Calls(IReadOnlyList<CallView> calls, IReadOnlyList<CallTicket> callbacks);
}
