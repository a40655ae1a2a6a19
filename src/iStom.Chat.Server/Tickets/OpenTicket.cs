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

/// <summary>A member of the staff opens a ticket on the desk, for reading: nothing changes by it.</summary>
[AllowStaff]
public sealed record OpenTicket(AgentCaller Caller, TicketId Ticket, long After) : AgentCommand<OpenReply>(Caller);

internal sealed class OpenTicketValidator : AbstractValidator<OpenTicket>
{
    public OpenTicketValidator() => RuleFor(query => query.After).GreaterThanOrEqualTo(0).WithErrorCode("sequence-out-of-range");
}

internal sealed class OpenTicketHandler(IStore store, TicketReader tickets, TicketMapper mapper, TicketTimeline timeline, IClock clock)
    : IRequestHandler<OpenTicket, Decision<OpenReply>>
{
    /// <summary>Most events of a ticket that are shown: the newest.</summary>
    private const int MostEvents = 500;

    public async Task<Decision<OpenReply>> Handle(OpenTicket request, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(request.Ticket, cancellationToken) is not { } row)
        {
            return TicketRefusals.NotFound;
        }

        var session = store.OpenSession();
        var stream = row.Ticket.Conversation.Value;
        var conversation = await session.LoadAsync<Conversation>(stream, cancellationToken);
        var last = conversation?.Version ?? 0;
        var messages = await Transcript.SinceAsync(session, stream, request.After, last, cancellationToken);
        var events = await session.ReadAsync(request.Ticket.Value, Math.Max(0, row.Version - MostEvents), MostEvents, cancellationToken);
        var (now, language) = (clock.GetCurrentInstant(), request.Caller.Language);
        var related = await RelatedAsync(row.Ticket, cancellationToken);
        return new OpenReply(
            mapper.ForAgent(row, now, language), messages, last,
            await timeline.ToViewsAsync(events, cancellationToken),
            await ReadMarkers.OfAsync(session, row.Ticket.Conversation, cancellationToken),
            [.. related.Select(other => mapper.ForList(other, now, language))],
            row.Ticket.LinkedFrom is { } from ? await NewestAsync(session, from, cancellationToken) : []);
    }

    private static async Task<IReadOnlyList<Message>> NewestAsync(IStoreSession session, ConversationId thread, CancellationToken cancellation)
    {
        var last = (await session.LoadAsync<Conversation>(thread.Value, cancellation))?.Version ?? 0;
        return await Transcript.SinceAsync(session, thread.Value, after: 0, last, cancellation);
    }

    /// <summary>In the order in which they were opened; most tickets have none.</summary>
    private async Task<IEnumerable<TicketRow>> RelatedAsync(Ticket ticket, CancellationToken cancellation)
    {
        TicketId[] ids = [.. new[] { ticket.Follows, ticket.MergedInto }.OfType<TicketId>(), .. ticket.SplitInto];
        return ids is [] ? [] : (await tickets.ByIdAsync(ids, cancellation)).OrderBy(row => row.Ticket.Number, StringComparer.Ordinal);
    }
}
