using iStom.Chat.Faults.Tests.Histories;
using NodaTime;

namespace iStom.Chat.Faults.Tests.Workload;

/// <summary>A stretch of a conversation as an answer gives it.</summary>
public sealed record Stretch(IReadOnlyList<Entry> Entries, long Last);

/// <summary>A ticket with its conversation.</summary>
/// <param name="WaitingSince">The start of the promise in force; null when nobody waits.</param>
public sealed record Opened(Guid Ticket, Guid Conversation, Stretch Stretch, Instant? WaitingSince);

/// <summary>Whom clients dial: the real product, or a model of it with known defects. A call that fails throws.</summary>
public interface IExchange
{
    /// <summary>A connection of one visitor's panel; <paramref name="heard"/> gets what is pushed.</summary>
    Task<IVisitorLine> DialAsVisitorAsync(int visitor, Action<Entry> heard);

    /// <summary>A connection of one agent's desk; <paramref name="heard"/> gets the ticket and what is pushed about its conversation.</summary>
    Task<IAgentLine> DialAsAgentAsync(int agent, Action<Guid, Entry> heard);
}

/// <summary>What a panel can ask.</summary>
public interface IVisitorLine : IAsyncDisposable
{
    Task<Stretch> JoinAsync(long after);

    Task<IReadOnlyList<Entry>> HistoryAsync(long before);

    /// <summary>Returns the message's sequence.</summary>
    Task<long> SendAsync(Guid id, string text);
}

/// <summary>What a desk can ask.</summary>
public interface IAgentLine : IAsyncDisposable
{
    Task<Opened> TakeNextAsync();

    Task<Opened> OpenAsync(Guid ticket, long after);

    /// <summary>A reply or a note; returns its sequence.</summary>
    Task<long> SendAsync(Guid id, Guid ticket, string text, bool note);

    Task ResolveAsync(Guid ticket);

    /// <summary>The agent's own tickets, the first of the queue, and how many wait in all.</summary>
    Task<(IReadOnlyList<Guid> Mine, IReadOnlyList<Guid> Queue, int Waiting)> DeskAsync();
}
