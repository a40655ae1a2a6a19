using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>The visitor writes. The first message opens the ticket in the same transaction.</summary>
/// <param name="Caller">Who writes.</param>
/// <param name="Id">Chosen by the browser; the same again gives the first answer.</param>
/// <param name="Text">What is written.</param>
/// <param name="Kind">What the visitor says it is, when this opens a ticket; null is a question.</param>
/// <param name="ReplyTo">A quoted message.</param>
[AllowVisitor]
public sealed record PostMessage(VisitorCaller Caller, MessageId Id, string Text, RequestKind? Kind, MessageId? ReplyTo)
    : VisitorCommand<PostedMessage>(Caller);

/// <summary>Committed at this place.</summary>
public sealed record PostedMessage(long Sequence, Instant SentAt, TicketId Ticket);

internal sealed class PostMessageValidator : AbstractValidator<PostMessage>
{
    public PostMessageValidator()
    {
        RuleFor(command => command.Id.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.Kind).IsInEnum().WithErrorCode("unknown-kind");
    }
}

internal sealed class PostMessageHandler(IStore store, TicketIntake intake, IClock clock)
    : IRequestHandler<PostMessage, Decision<PostedMessage>>
{
    public async Task<Decision<PostedMessage>> Handle(PostMessage request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var session = store.OpenSession();
        var stream = request.Caller.Conversation.Value;
        if (await session.FindEventAsync(NameBasedId.Of(stream, request.Id.Value), cancellationToken) is { } stored)
        {
            return stored.Data is VisitorWrote first ? new PostedMessage(stored.Version, stored.At, first.Ticket) : SendRefusals.IdUsed;
        }

        var text = MessageText.Accept(request.Text);
        if (text.Refusal is { } refusal)
        {
            return refusal;
        }

        var conversation = await session.LoadAsync<Conversation>(stream, cancellationToken);
        var ticket = await intake.ReceiveAsync(session, conversation?.Value, request, text.Value, now, cancellationToken);
        var events = ConversationDecisions.VisitorWrites(
            conversation?.Value, new(request.Caller.Conversation, request.Caller.Visitor, ticket.Site, now),
            new(request.Id, ticket.Ticket, text.Value, request.ReplyTo, now), ticket.Notice);
        var after = session.Append(stream, conversation, events)!;
        await session.CommitAsync(cancellationToken);
        var place = after.Version - events.Length + events.Index().First(e => e.Item is VisitorWrote).Index + 1;
        return new PostedMessage(place, now, ticket.Ticket);
    }
}
