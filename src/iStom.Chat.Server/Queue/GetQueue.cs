using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Queue;

/// <summary>The first screen of the queue, in order, each with lane, place and reason.</summary>
[AllowStaff]
public sealed record GetQueue(AgentCaller Caller) : AgentCommand<QueueView>(Caller);

internal sealed class GetQueueHandler(QueueReader queue, QueueMapper mapper, IClock clock) : IRequestHandler<GetQueue, Decision<QueueView>>
{
    public async Task<Decision<QueueView>> Handle(GetQueue request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (first, total) = await queue.ReadAsync(now, QueueMapper.Shown, cancellationToken);
        return mapper.ToView(first, total, now, request.Caller.Language);
    }
}

/// <summary>The queue as staff see it.</summary>
public sealed class QueueMapper(TicketMapper tickets)
{
    /// <summary>Tickets of a first screen; a visitor further back is told "more than 50".</summary>
    public const int Shown = 50;

    public QueueView ToView(IReadOnlyList<QueuedTicket> first, int total, Instant now, Language language) => new(
        [.. first.Take(Shown).Select(queued => new QueueItem(
            tickets.ForList(queued.Row, now, language), queued.Place.Place, queued.Place.Lane, queued.Place.Reason, queued.Entry.Since))],
        total,
        now);
}
