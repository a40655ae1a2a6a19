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
/// <param name="Articles">What the manual has shown them, noted when this opens a ticket.</param>
/// <param name="Consent">They have agreed to what their site tells them about their personal data.</param>
/// <param name="Attachments">Files that the visitor has uploaded; with any, the text may be empty.</param>
[AllowVisitor]
public sealed record PostMessage(
    VisitorCaller Caller, MessageId Id, string Text, RequestKind? Kind, MessageId? ReplyTo, IReadOnlyList<SeenArticle>? Articles = null, bool Consent = false, IReadOnlyList<Guid>? Attachments = null)
    : VisitorCommand<PostedMessage>(Caller);

/// <summary>Committed at this place. isTicketChanged: whether the ticket is another than before, or may be.</summary>
public sealed record PostedMessage(long Sequence, Instant SentAt, TicketId Ticket, bool IsTicketChanged);

internal sealed class PostMessageValidator : AbstractValidator<PostMessage>
{
    public PostMessageValidator()
    {
        RuleFor(command => command.Id.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.Kind).IsInEnum().WithErrorCode("unknown-kind");
    }
}

internal sealed class PostMessageHandler(IStore store, TicketIntake intake, KeptFiles files, Consents consents, BlockBook blocks, IClock clock)
    : IRequestHandler<PostMessage, Decision<PostedMessage>>
{
    /// <summary>Nearly every message is new: whether this one is, the unique index on event ids says, when it is written.</summary>
    public async Task<Decision<PostedMessage>> Handle(PostMessage request, CancellationToken cancellationToken)
    {
        if (blocks.RefusalOf(request.Caller.Conversation, clock.GetCurrentInstant()) is { } blocked)
        {
            // What was stored before is told as ever: only its answer was lost.
            return await FirstAnswerAsync(request, cancellationToken) ?? blocked;
        }

        try
        {
            var unfit = MessageText.Accept(request.Text, mayBeEmpty: request.Attachments is { Count: > 0 }).Refusal
                ?? await Quoted.RefusalAsync(store.OpenSession(), request.Caller.Conversation, request.ReplyTo, cancellationToken);
            return unfit is { } refusal ? refusal : await PostAsync(request, cancellationToken);
        }
        catch (ConcurrencyConflictException)
        {
            if (await FirstAnswerAsync(request, cancellationToken) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    private async Task<Decision<PostedMessage>> PostAsync(PostMessage request, CancellationToken cancellation)
    {
        var (now, text) = (clock.GetCurrentInstant(), MessageText.Accept(request.Text, mayBeEmpty: true).Value);
        var session = store.OpenSession();
        var taken = await files.TakeAsync(session, request.Attachments, request.Caller.Conversation, Actor.Of(request.Caller.Visitor), FileUse.Message, cancellation);
        if (taken.Refusal is { } notTaken)
        {
            // They were taken by this very message, whose answer was lost.
            return await FirstAnswerAsync(request, cancellation) ?? notTaken;
        }

        var stream = request.Caller.Conversation.Value;
        var conversation = await session.RecallAsync<Conversation>(stream, cancellation);
        var consent = conversation is null ? await consents.OfAsync(session, request, now, cancellation) : default;
        var current = conversation?.Value.CurrentTicket is { } id ? await session.RecallAsync<Ticket>(id.Value, cancellation) : null;
        var message = new IncomingMessage(request.Caller.Conversation, request.Caller.Visitor, Channel.Chat, request.Kind, text is "" ? taken.Value![0].Name : text, now, request.Articles) { Says = taken.Value is null ? text : null };
        var received = consent.Refusal ?? await intake.ReceiveAsync(session, current, message, now, cancellation);
        if (received.Refusal is { } refusal)
        {
            return refusal;
        }

        var ticket = received.Value;
        var events = ConversationDecisions.VisitorWrites(
            conversation?.Value, new(request.Caller.Conversation, request.Caller.Visitor, ticket.Site, now), consent.Value,
            new(request.Id, ticket.Ticket, text, request.ReplyTo, now, taken.Value), ticket.Notice);
        var after = session.Append(stream, conversation, events)!;
        await session.CommitAsync(cancellation);
        var place = after.Version - events.Length + events.Index().First(e => e.Item is VisitorWrote).Index + 1;
        return new PostedMessage(place, now, ticket.Ticket, ticket.IsChanged);
    }

    /// <summary>Whoever repeats a message may have missed its answer. Null when the message is not there.</summary>
    private async Task<Decision<PostedMessage>?> FirstAnswerAsync(PostMessage request, CancellationToken cancellation)
    {
        var id = NameBasedId.Of(request.Caller.Conversation.Value, request.Id.Value);
        return await store.OpenSession().FindEventAsync(id, cancellation) switch
        {
            null => null,
            { Data: VisitorWrote first } stored => new PostedMessage(stored.Version, stored.At, first.Ticket, IsTicketChanged: true),
            _ => SendRefusals.IdUsed,
        };
    }
}
