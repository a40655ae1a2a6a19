using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>An internal note: an event of the ticket's stream, which no visitor's group ever sees.</summary>
/// <param name="Attachments">Files that the agent has uploaded, for staff alone from now on; with any, the text may be empty.</param>
[AllowStaff]
public sealed record WriteNote(AgentCaller Caller, MessageId Id, TicketId Ticket, string Text, IReadOnlyList<Guid>? Attachments = null) : AgentCommand<SentReply>(Caller);

internal sealed class WriteNoteValidator : AbstractValidator<WriteNote>
{
    public WriteNoteValidator() => RuleFor(command => command.Id.Value).NotEmpty().WithErrorCode("id-missing");
}

internal sealed class WriteNoteHandler(IStore store, KeptFiles files, IClock clock) : IRequestHandler<WriteNote, Decision<SentReply>>
{
    public async Task<Decision<SentReply>> Handle(WriteNote request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var session = store.OpenSession();
        var stream = request.Ticket.Value;
        if (await session.FindEventAsync(NameBasedId.Of(stream, request.Id.Value), cancellationToken) is { } stored)
        {
            return stored.Data is NoteWritten first && first.Agent == request.Caller.Agent
                ? new SentReply(request.Id.Value, stored.Version, stored.At)
                : SendRefusals.IdUsed;
        }

        if (await session.LoadAsync<Ticket>(stream, cancellationToken) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var taken = await files.TakeAsync(session, request.Attachments, ticket.Value.Conversation, Actor.Of(request.Caller.Agent), FileUse.Note, cancellationToken);
        var decision = taken.Refusal is null ? TicketNotes.Write(request.Id, request.Caller.Agent, request.Caller.Name, request.Text, now, taken.Value) : taken.Refusal;
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        var after = session.Append(stream, ticket, decision.Value);
        await session.CommitAsync(cancellationToken);
        return new SentReply(request.Id.Value, after!.Version, now);
    }
}
