namespace iStom.Chat.Faults.Tests.Histories;

/// <summary>One entry of a stream as somebody saw it.</summary>
public sealed record Entry(long Sequence, Guid Id, string? Text);

/// <summary>An entry that was pushed to a client.</summary>
public sealed record Sighting(string Client, Guid Stream, Entry Entry);

/// <summary>An answer that holds a stretch of a stream.</summary>
/// <param name="After">The sequence after which was asked; 0 for the newest, and for pages before one.</param>
/// <param name="Last">The stream's last sequence as the answer named it; 0 where it names none.</param>
public sealed record Reading(string Client, Guid Stream, long After, long Last, IReadOnlyList<Entry> Entries);

/// <summary>What a viewer had on the screen at the end, when all was well again.</summary>
/// <param name="From">The first sequence that it was to have.</param>
public sealed record Screen(string Client, Guid Stream, long From, IReadOnlyList<Entry> Entries);

/// <summary>What an agent's desk showed at the end.</summary>
/// <param name="Queue">As far as it is shown.</param>
/// <param name="Waiting">How many are in the queue.</param>
public sealed record Desk(Guid Agent, IReadOnlyList<Guid> Mine, IReadOnlyList<Guid> Queue, int Waiting);

/// <summary>An agent had been away for longer than is allowed, and this was the store then.</summary>
public sealed record Desertion(Guid Agent, IReadOnlyList<Fact> Facts);

/// <summary>A client was away and has come back.</summary>
/// <param name="Kind">What kept it away.</param>
/// <param name="Missed">How many entries of its stream were written meanwhile.</param>
public sealed record Absence(string Client, string Kind, TimeSpan Time, long Missed);

/// <summary>All that a run has shown, and what the store holds at its end.</summary>
public sealed record History
{
    public required IReadOnlyList<Operation> Operations { get; init; }

    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    public IReadOnlyList<Reading> Readings { get; init; } = [];

    public IReadOnlyList<Screen> Screens { get; init; } = [];

    public IReadOnlyList<Desk> Desks { get; init; } = [];

    public IReadOnlyList<Desertion> Desertions { get; init; } = [];

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>The store's content: the ground truth.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Accounts of the clients that are agents, by client.</summary>
    public IReadOnlyDictionary<string, Guid> Agents { get; init; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    /// <summary>Since when nothing was broken any more.</summary>
    public TimeSpan HealthyAt { get; init; } = TimeSpan.MaxValue;

    /// <summary>Longest time that an operation may take in a healthy system.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
