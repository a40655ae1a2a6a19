using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Conversations;

/// <summary>A panel connects, or catches up after a gap.</summary>
[AllowVisitor]
public sealed record JoinConversation(VisitorCaller Caller, long After) : VisitorCommand<JoinedConversation>(Caller);

/// <summary>ticket: the one that the next message goes to.</summary>
public sealed record JoinedConversation(ConversationId? Conversation, IReadOnlyList<Message> Messages, long LastSequence, TicketId? Ticket, IReadOnlyList<ReadMarker> Reads);

internal sealed class JoinConversationValidator : AbstractValidator<JoinConversation>
{
    public JoinConversationValidator() => RuleFor(query => query.After).GreaterThanOrEqualTo(0).WithErrorCode("sequence-out-of-range");
}

internal sealed class JoinConversationHandler(IStore store) : IRequestHandler<JoinConversation, Decision<JoinedConversation>>
{
    public async Task<Decision<JoinedConversation>> Handle(JoinConversation request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var stream = request.Caller.Conversation.Value;
        if (await session.LoadAsync<Conversation>(stream, cancellationToken) is not { } conversation)
        {
            return new JoinedConversation(Conversation: null, [], LastSequence: 0, Ticket: null, []);
        }

        var messages = await Transcript.SinceAsync(session, stream, request.After, conversation.Version, cancellationToken);
        var reads = await ReadMarkers.OfAsync(session, conversation.Value.Id, cancellationToken);
        return new JoinedConversation(conversation.Value.Id, messages, conversation.Version, conversation.Value.CurrentTicket, reads);
    }
}
