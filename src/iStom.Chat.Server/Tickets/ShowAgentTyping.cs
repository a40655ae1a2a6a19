using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Tickets;

/// <summary>The ticket's agent is writing. Nothing is stored; the answer names the conversation whose visitor is told.</summary>
[AllowStaff]
public sealed record ShowAgentTyping(AgentCaller Caller, TicketId Ticket) : AgentCommand<ConversationId>(Caller);

internal sealed class ShowAgentTypingHandler(IStore store) : IRequestHandler<ShowAgentTyping, Decision<ConversationId>>
{
    public async Task<Decision<ConversationId>> Handle(ShowAgentTyping request, CancellationToken cancellationToken)
    {
        if (await store.OpenSession().LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { Value: var ticket })
        {
            return TicketRefusals.NotFound;
        }

        return ticket.Assignee == request.Caller.Agent ? ticket.Conversation : TicketRefusals.NotYours;
    }
}
