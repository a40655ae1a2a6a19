using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Tickets;

/// <summary>Staff have seen a ticket's conversation up to a sequence, which must exist.</summary>
[AllowStaff]
public sealed record MarkTicketRead(AgentCaller Caller, TicketId Ticket, long Sequence) : AgentCommand<MarkedTicketRead>(Caller);

/// <summary>conversation: whose visitor is told.</summary>
public sealed record MarkedTicketRead(ReadMarker Marker, ConversationId Conversation);

internal sealed class MarkTicketReadHandler(IStore store) : IRequestHandler<MarkTicketRead, Decision<MarkedTicketRead>>
{
    public async Task<Decision<MarkedTicketRead>> Handle(MarkTicketRead request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var id = ticket.Value.Conversation;
        var conversation = await session.LoadAsync<Conversation>(id.Value, cancellationToken);
        if (request.Sequence < 1 || request.Sequence > (conversation?.Version ?? 0))
        {
            return SendRefusals.SequenceOutOfRange;
        }

        var marker = await ReadMarkers.AdvanceAsync(session, id, AuthorKind.Agent, request.Sequence, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return new MarkedTicketRead(marker, id);
    }
}
