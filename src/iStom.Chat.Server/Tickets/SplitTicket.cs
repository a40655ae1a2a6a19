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

namespace iStom.Chat.Server.Tickets;

/// <summary>Messages of the customer's that are another matter become a ticket of their own, promised since the first of them.</summary>
/// <param name="Caller">Who splits it off.</param>
/// <param name="Ticket">From which ticket.</param>
/// <param name="Into">Chosen by the caller; the same again gives the same answer.</param>
/// <param name="Messages">Of this ticket, or of the one that it continues.</param>
/// <param name="Kind">What it is: a fact that is stated now.</param>
/// <param name="Take">The caller has it at once; otherwise it is in the queue.</param>
[AllowStaff]
public sealed record SplitTicket(AgentCaller Caller, TicketId Ticket, TicketId Into, IReadOnlyList<MessageId> Messages, RequestKind Kind, bool Take)
    : AgentCommand<TicketId>(Caller);

internal sealed class SplitTicketValidator : AbstractValidator<SplitTicket>
{
    /// <summary>Most messages that are split off at once.</summary>
    private const int MostMessages = 50;

    public SplitTicketValidator()
    {
        RuleFor(command => command.Into.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.Kind).IsInEnum().WithErrorCode("unknown-kind");
        RuleFor(command => command.Messages.Count).InclusiveBetween(1, MostMessages).WithErrorCode("messages-out-of-range");
    }
}

internal sealed class SplitTicketHandler(IStore store, StaffOpening opening, IClock clock) : IRequestHandler<SplitTicket, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(SplitTicket request, CancellationToken cancellationToken)
    {
        var (session, now) = (store.OpenSession(), clock.GetCurrentInstant());
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        if (ticket.Value.SplitInto.Contains(request.Into))
        {
            return request.Into;
        }

        if (await session.LoadAsync<Ticket>(request.Into.Value, cancellationToken) is not null)
        {
            return SendRefusals.IdUsed;
        }

        var messages = await MessagesAsync(session, ticket.Value, request.Messages, cancellationToken);
        var opened = messages is [var first, ..]
            ? await opening.OpenAsync(session, request.Caller, Wished(request, ticket.Value, messages, first, now), now, cancellationToken)
            : OpeningRefusals.MessageNotFound;
        var split = opened.Refusal is null ? TicketEnding.Split(ticket.Value, request.Into, opened.Value.Number, request.Caller.Agent, now) : opened.Refusal;
        if (split.Refusal is { } refusal)
        {
            return refusal;
        }

        var stream = ticket.Value.Conversation.Value;
        session.Append(request.Ticket.Value, ticket, split.Value);
        session.Append(stream, await session.LoadAsync<Conversation>(stream, cancellationToken), [new TicketAnnounced(request.Into, opened.Value.Number, TicketNotice.Opened, now)]);
        await session.CommitAsync(cancellationToken);
        return request.Into;
    }

    private static StaffTicket Wished(SplitTicket request, Ticket from, IReadOnlyList<VisitorWrote> messages, VisitorWrote first, Instant now) => new(
        new(
            request.Into, Number: "", from.Conversation, from.Visitor, from.Clinic, from.Site, from.Channel, RequestKind.Question, TicketOpening.SubjectOf(first.Text),
            Follows: from.Id, Actor.Of(request.Caller.Agent), now, [.. messages.Select(message => message.Message)]),
        request.Kind, Since: first.At, default, Notes: [], request.Take);

    /// <summary>In the order in which they were written; none where one of them is not there.</summary>
    private static async Task<IReadOnlyList<VisitorWrote>> MessagesAsync(IStoreSession session, Ticket ticket, IEnumerable<MessageId> ids, CancellationToken cancellation)
    {
        var found = new SortedDictionary<long, VisitorWrote>();
        foreach (var id in ids)
        {
            var stored = await session.FindEventAsync(NameBasedId.Of(ticket.Conversation.Value, id.Value), cancellation);
            if (stored?.Data is not VisitorWrote wrote || (wrote.Ticket != ticket.Id && wrote.Ticket != ticket.Follows))
            {
                return [];
            }

            found[stored.Version] = wrote;
        }

        return [.. found.Values];
    }
}
