using JasperFx.Events;
using Marten;

namespace iStom.Chat.Server.Storage.Marten;

/// <summary>One append that waits for its commit.</summary>
internal sealed class MartenAppend(Guid stream, string kind, long expected, IReadOnlyList<NewEvent> events)
{
    private long _before;

    public Guid Stream => stream;

    public bool IsAtAnyVersion => expected == StreamVersion.Any;

    /// <summary>Into Marten's unit of work: with what was already appended, or loaded for it, at the version that was decided on.</summary>
    public async Task QueueAsync(IDocumentSession session, CancellationToken cancellation)
    {
        _before = IsAtAnyVersion
            ? (await session.Events.FetchStreamStateAsync(stream, cancellation))?.Version ?? StreamVersion.None
            : expected;
        var built = events.Select(e => Build(session, e));
        if (_before == StreamVersion.None && session.PendingChanges.Streams().All(pending => pending.Id != stream))
        {
            session.Events.StartStream(MartenLayout.AggregateOf(kind), stream, built);
        }
        else
        {
            session.Events.Append(stream, _before + events.Count, built);
        }
    }

    public IEnumerable<StoredEvent> Stored() => events.Select((e, i) => new StoredEvent(e.Id, stream, _before + i + 1, e.At, e.Data));

    private static IEvent Build(IDocumentSession session, NewEvent e)
    {
        var built = session.Events.BuildEvent(e.Data);
        built.Id = e.Id;
        built.Timestamp = e.At.ToDateTimeOffset();
        return built;
    }
}
