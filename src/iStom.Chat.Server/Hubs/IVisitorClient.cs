using iStom.Chat.Server.Contract;

namespace iStom.Chat.Server.Hubs;

/// <summary>What the server tells a visitor. Any push may be lost: the sequence is the truth.</summary>
public interface IVisitorClient
{
    Task Messages(IReadOnlyList<Message> messages);

    Task Ticket(VisitorTicket ticket);

    Task Desk(DeskHours desk);

    Task Read(ReadMarker marker);

    Task Typing(string who, bool active);
}
