namespace iStom.Chat.Domain;

/// <summary>Something that staff keep and change as a whole: a customer, a setting, a text.</summary>
public interface IKept
{
    /// <summary>Its id, which is that of its stream of changes too.</summary>
    Guid Key { get; }

    /// <summary>What people call it, for lists. Empty for what there is one of.</summary>
    string Title { get; }
}
