using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Queue;

/// <summary>Gives the agent the first ticket that they may take, exactly once however many press at the same moment.</summary>
[AllowStaff]
public sealed record TakeNext(AgentCaller Caller) : AgentCommand<TicketId>(Caller);

internal sealed class TakeNextHandler(IStore store, QueueReader queue, TakeNextTurn turn, LiveRegulation regulation, IClock clock)
    : IRequestHandler<TakeNext, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(TakeNext request, CancellationToken cancellationToken)
    {
        using var mine = await turn.EnterAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var open = regulation.At(now).WorkingTime.IsOpen(now);
        var (availability, hasRoom) = await queue.StandingAsync(request.Caller.Agent, cancellationToken);
        var level = AgentEligibility.NextFor(availability, request.Caller.PaidSupport, open);
        if (level.Refusal is { } refusal)
        {
            return refusal;
        }

        if (!hasRoom)
        {
            return TicketRefusals.TooManyChats;
        }

        if (await queue.NextAsync(level.Value, now, cancellationToken) is not { } next)
        {
            return TicketRefusals.QueueEmpty;
        }

        var session = store.OpenSession();
        var ticket = (await session.LoadAsync<Ticket>(next.Value, cancellationToken))!;
        var eligible = AgentEligibility.MayTake(ticket.Value.Level, request.Caller.PaidSupport, open);
        var taken = TicketAssignment.Take(ticket.Value, request.Caller.Agent, request.Caller.Name, eligible, now);
        if (taken.Refusal is not null)
        {
            throw new ConcurrencyConflictException("The queue moved on while it was read.");
        }

        session.Append(next.Value, ticket, taken.Value);
        await session.CommitAsync(cancellationToken);
        return next;
    }
}

/// <summary>
/// Lets the agents of one node pick one after another, so that they do not all run for the same ticket. Between nodes
/// the ticket's expected version decides.
/// </summary>
public sealed class TakeNextTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Leave(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Leave(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
