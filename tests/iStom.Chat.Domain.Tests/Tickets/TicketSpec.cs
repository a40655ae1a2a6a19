using iStom.Chat.Domain.Tickets;
using Shouldly;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>Given what has happened, when something is decided, then exactly this happens, or nothing is decided for this reason.</summary>
internal sealed class TicketSpec
{
    private readonly Ticket _before;
    private Decision<ITicketEvent[]>? _decision;

    private TicketSpec(Ticket before) => _before = before;

    public static TicketSpec Given(params ITicketEvent[] events) => new(Fold(events));

    public static Ticket Fold(params ITicketEvent[] events) => events.Aggregate((Ticket?)null, Ticket.Evolve)!;

    public TicketSpec When(Func<Ticket, Decision<ITicketEvent[]>> decide)
    {
        _decision = decide(_before);
        return this;
    }

    /// <summary>Gives the state after the events.</summary>
    public Ticket Then(params ITicketEvent[] events)
    {
        Decision.Refusal.ShouldBeNull();
        Decision.Value.ShouldBe(events);
        return events.Aggregate(_before, Ticket.Evolve);
    }

    /// <summary>It succeeds, and nothing has changed: what a repeated command is answered with.</summary>
    public void ThenNothingNew() => Then();

    public void ThenRefused(Refusal refusal) => Decision.Refusal.ShouldBe(refusal);

    private Decision<ITicketEvent[]> Decision => _decision ?? throw new InvalidOperationException("Nothing was decided.");
}
