using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Conversations;

/// <summary>Whether the visitor can ask to be called back, and whether they have.</summary>
[AllowVisitor]
public sealed record GetCallback(VisitorCaller Caller) : VisitorCommand<CallbackWish>(Caller);

/// <summary>possible: a ticket is open. number: the one that they have asked for or, before that, one that they have given; null: none. time: what they have asked for; null: they have not.</summary>
public sealed record CallbackWish(bool Possible, string? Number, CallbackTime? Time);

internal sealed class GetCallbackHandler(IStore store) : IRequestHandler<GetCallback, Decision<CallbackWish>>
{
    public async Task<Decision<CallbackWish>> Handle(GetCallback request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var ticket = (await session.CurrentTicketAsync(request.Caller.Conversation, cancellationToken))?.Ticket.Value;
        var visitor = (await session.LoadAsync<Visitor>(request.Caller.Visitor.Value, cancellationToken))!.Value;
        return ticket?.Callback is { } asked
            ? new CallbackWish(Possible: true, asked.Number, asked.Time)
            : new CallbackWish(ticket?.IsLive == true, visitor.GivenPhone ?? visitor.Phone, Time: null);
    }
}
