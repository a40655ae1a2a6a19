namespace iStom.Chat.Domain;

/// <summary>Somebody changed something that staff keep: what it was, what it is, who, when and from where.</summary>
public interface IChange
{
    /// <summary>What was changed.</summary>
    IKept Kept { get; }

    /// <summary>As it was; null when it is new.</summary>
    IKept? Before { get; }

    /// <summary>As it is; null when it is gone.</summary>
    IKept? After { get; }

    Authorship Made { get; }
}
