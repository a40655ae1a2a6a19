using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>The visitor is writing. Nothing is stored; the answer names the ticket whose agents are told, if there is one: of a blocked visitor nobody is.</summary>
[AllowVisitor]
public sealed record ShowTyping(VisitorCaller Caller) : VisitorCommand<TicketId?>(Caller);

internal sealed class ShowTypingHandler(IStore store, BlockBook blocks, IClock clock) : IRequestHandler<ShowTyping, Decision<TicketId?>>
{
    public async Task<Decision<TicketId?>> Handle(ShowTyping request, CancellationToken cancellationToken) =>
        blocks.InForce(request.Caller.Conversation, clock.GetCurrentInstant()) is not null
            ? (TicketId?)null
            : (await store.OpenSession().LoadAsync<Conversation>(request.Caller.Conversation.Value, cancellationToken))?.Value.CurrentTicket;
}
