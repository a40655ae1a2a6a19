namespace iStom.Chat.Domain;

/// <summary>Who did it. Stands in every event, so that the history needs no guessing.</summary>
/// <param name="Kind">Which kind of party.</param>
/// <param name="Id">The visitor's, agent's or key's id; null for the desk itself.</param>
public sealed record Actor(ActorKind Kind, Guid? Id)
{
    /// <summary>The product itself: a timer, an import, a rule.</summary>
    public static Actor Desk { get; } = new(ActorKind.Desk, Id: null);

    public static Actor Of(AgentId agent) => new(ActorKind.Agent, agent.Value);

    public static Actor Of(ApiKeyId key) => new(ActorKind.Integration, key.Value);

    public static Actor Of(VisitorId visitor) => new(ActorKind.Visitor, visitor.Value);
}
