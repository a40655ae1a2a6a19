using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Contract;

/// <summary>The ticket's own events for the desk's timeline.</summary>
public static class TicketEventMapper
{
    /// <summary>The event's class name, which the desk puts into words; a note also has its author and text.</summary>
    public static TicketEventView ToView(this StoredEvent stored) =>
        new(stored.Version, stored.At, stored.Data.GetType().Name, By(stored.Data), Text(stored.Data));

    private static string? By(object @event) => @event switch
    {
        NoteWritten e => e.AgentName,
        CallLogged e => e.AgentName,
        TicketTaken e => e.AgentName,
        TicketTransferred e => e.ToName,
        _ => null,
    };

    private static string? Text(object @event) => @event switch
    {
        NoteWritten e => e.Text,
        CriticalityRejected e => e.Reason,
        CallLogged e => e.Learnt,
        KindChanged e => e.To.ToString(),
        CriticalityClaimed e => e.Kind.ToString(),
        _ => null,
    };
}
