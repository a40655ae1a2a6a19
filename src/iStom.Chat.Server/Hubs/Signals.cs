using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hubs;

/// <summary>What one side shows the other besides messages: how far it has read, and that it is writing. May be lost.</summary>
public sealed class Signals(IHubContext<VisitorHub, IVisitorClient> visitors, IHubContext<AgentHub, IAgentClient> agents)
{
    /// <summary>How the desk is told that it is the visitor who writes; their name is a claim.</summary>
    private const string TheVisitor = "";

    public Task ReadByVisitor(TicketId? ticket, ReadMarker marker) =>
        ticket is { } id ? Desks(id).Read(id.Value, marker) : Task.CompletedTask;

    public Task ReadByStaff(ConversationId conversation, ReadMarker marker) => Panels(conversation).Read(marker);

    public Task VisitorTypes(TicketId? ticket, bool active) =>
        ticket is { } id ? Desks(id).Typing(id.Value, TheVisitor, active) : Task.CompletedTask;

    public Task AgentTypes(ConversationId conversation, string name, bool active) => Panels(conversation).Typing(name, active);

    private IAgentClient Desks(TicketId ticket) => agents.Clients.Groups(HubGroups.Languages.Select(language => HubGroups.Ticket(ticket, language)));

    private IVisitorClient Panels(ConversationId conversation) =>
        visitors.Clients.Groups(HubGroups.Languages.Select(language => HubGroups.Conversation(conversation, language)));
}
