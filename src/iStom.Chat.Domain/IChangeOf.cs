namespace iStom.Chat.Domain;

/// <inheritdoc cref="IChange"/>
public interface IChangeOf<out T> : IChange
    where T : class, IKept
{
    /// <inheritdoc cref="IChange.Before"/>
    new T? Before { get; }

    /// <inheritdoc cref="IChange.After"/>
    new T? After { get; }

    IKept IChange.Kept => (After ?? Before)!;

    IKept? IChange.Before => Before;

    IKept? IChange.After => After;
}
