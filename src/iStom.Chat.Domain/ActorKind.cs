namespace iStom.Chat.Domain;

/// <summary>The parties that can change something.</summary>
public enum ActorKind
{
    Visitor,
    Agent,

    /// <summary>No person: a timer, an import, a rule.</summary>
    Desk,

    /// <summary>Another program, by its key.</summary>
    Integration,
}
