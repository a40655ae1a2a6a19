using JasperFx.Events;
using Marten.Events.Aggregation;

namespace iStom.Chat.Server.Storage.Marten;

/// <summary>A snapshot as Marten keeps, aggregates and rebuilds it: by the same fold as everywhere.</summary>
internal sealed class EvolvedSnapshot<TState, TId, TEvent> : SingleStreamProjection<TState, TId>
    where TState : class
    where TId : struct
    where TEvent : class
{
    private readonly Projection<TState, TEvent> _projection;

    public EvolvedSnapshot(Projection<TState, TEvent> projection)
    {
        _projection = projection;
        foreach (var type in EventTypes.All().Where(type => type.IsAssignableTo(typeof(TEvent))))
        {
            IncludeType(type);
        }
    }

    public override TState? Evolve(TState? snapshot, TId id, IEvent e) => _projection.Evolve(snapshot, (TEvent)e.Data);
}
