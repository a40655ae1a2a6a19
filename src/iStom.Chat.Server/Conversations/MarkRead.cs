using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Conversations;

/// <summary>The visitor has seen everything up to a sequence, which must exist.</summary>
[AllowVisitor]
public sealed record MarkRead(VisitorCaller Caller, long Sequence) : VisitorCommand<MarkedRead>(Caller);

/// <summary>ticket: whose agents are told.</summary>
public sealed record MarkedRead(ReadMarker Marker, TicketId? Ticket);

internal sealed class MarkReadHandler(IStore store) : IRequestHandler<MarkRead, Decision<MarkedRead>>
{
    public async Task<Decision<MarkedRead>> Handle(MarkRead request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var id = request.Caller.Conversation;
        var conversation = await session.LoadAsync<Conversation>(id.Value, cancellationToken);
        if (request.Sequence < 1 || request.Sequence > (conversation?.Version ?? 0))
        {
            return SendRefusals.SequenceOutOfRange;
        }

        var marker = await ReadMarkers.AdvanceAsync(session, id, AuthorKind.Visitor, request.Sequence, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return new MarkedRead(marker, conversation!.Value.CurrentTicket);
    }
}
