using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>The ticket's agent answers the visitor; the first answer in a wait is the reaction.</summary>
/// <param name="Attachments">Files that the agent has uploaded; with any, the text may be empty.</param>
/// <param name="ReplyTo">A quoted message.</param>
[AllowStaff]
public sealed record ReplyToTicket(AgentCaller Caller, MessageId Id, TicketId Ticket, string Text, IReadOnlyList<Guid>? Attachments = null, MessageId? ReplyTo = null)
    : AgentCommand<SentReply>(Caller);

internal sealed class ReplyToTicketValidator : AbstractValidator<ReplyToTicket>
{
    public ReplyToTicketValidator() => RuleFor(command => command.Id.Value).NotEmpty().WithErrorCode("id-missing");
}

internal sealed class ReplyToTicketHandler(IStore store, KeptFiles files, Letters letters, IClock clock) : IRequestHandler<ReplyToTicket, Decision<SentReply>>
{
    public async Task<Decision<SentReply>> Handle(ReplyToTicket request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var stream = ticket.Value.Conversation.Value;
        if (await session.FindEventAsync(NameBasedId.Of(stream, request.Id.Value), cancellationToken) is { } stored)
        {
            return stored.Data is AgentReplied first && first.Agent == request.Caller.Agent
                ? new SentReply(request.Id.Value, stored.Version, stored.At)
                : SendRefusals.IdUsed;
        }

        var text = MessageText.Accept(request.Text, mayBeEmpty: request.Attachments is { Count: > 0 });
        var decision = TicketWaits.AgentReplies(ticket.Value, request.Caller.Agent, now);
        var quoted = await Quoted.RefusalAsync(session, ticket.Value.Conversation, request.ReplyTo, cancellationToken);
        if ((text.Refusal ?? decision.Refusal ?? quoted) is { } refusal)
        {
            return refusal;
        }

        var taken = await files.TakeAsync(session, request.Attachments, ticket.Value.Conversation, Actor.Of(request.Caller.Agent), FileUse.Message, cancellationToken);
        if (taken.Refusal is { } notTaken)
        {
            return notTaken;
        }

        var conversation = await session.LoadAsync<Conversation>(stream, cancellationToken);
        session.Append(request.Ticket.Value, ticket, decision.Value);
        var after = session.Append(
            stream, conversation, [new AgentReplied(request.Id, request.Ticket, request.Caller.Agent, request.Caller.Name, text.Value, now, taken.Value, request.ReplyTo)]);
        letters.LeaveReply(session, ticket.Value, request.Id, now);
        await session.CommitAsync(cancellationToken);
        return new SentReply(request.Id.Value, after!.Version, now);
    }
}
