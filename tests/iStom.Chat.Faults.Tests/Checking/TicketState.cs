using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>Who has a ticket and whether somebody waits, told from its events by this project's own reading of them.</summary>
internal sealed record TicketState(Guid Holder, bool Waits, bool IsLive)
{
    public static TicketState Of(IReadOnlyList<Fact> ticket) =>
        ticket.Aggregate(new TicketState(Guid.Empty, Waits: false, IsLive: true), (state, fact) => state.After(fact));

    public static Guid HolderAfter(Guid holder, Fact fact) => fact.Kind switch
    {
        FactKind.Taken or FactKind.Transferred => fact.By,
        FactKind.Released or FactKind.Returned => Guid.Empty,
        _ => holder,
    };

    public static bool WaitsAfter(bool waits, Fact fact) => fact.Kind switch
    {
        FactKind.WaitStarted => true,
        FactKind.WaitEnded => false,
        _ => waits,
    };

    private TicketState After(Fact fact) => new(
        HolderAfter(Holder, fact),
        WaitsAfter(Waits, fact),
        fact.Kind switch { FactKind.Resolved or FactKind.Closed => false, FactKind.Reopened => true, _ => IsLive });
}
