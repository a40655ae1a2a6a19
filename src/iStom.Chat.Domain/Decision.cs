namespace iStom.Chat.Domain;

/// <summary>The outcome of a decision or of a command: a value, or the refusal to give one. Never both.</summary>
public readonly struct Decision<T> : IDecision<Decision<T>>
{
    private readonly T? _value;

    private Decision(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Why nothing was decided; null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value. Reading it from a refused decision is a bug and throws.</summary>
    public T Value => Refusal is null
        ? _value!
        : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    static Decision<T> IDecision<Decision<T>>.Refuse(Refusal refusal) => refusal;

    public static implicit operator Decision<T>(T value) => new(value, refusal: null);

    public static implicit operator Decision<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Lets code that does not know the value's type refuse: the steps around every command.</summary>
public interface IDecision<TSelf>
    where TSelf : IDecision<TSelf>
{
    Refusal? Refusal { get; }

    static abstract TSelf Refuse(Refusal refusal);
}
