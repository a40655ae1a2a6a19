using NpgsqlTypes;

namespace iStom.Chat.Server.Storage;

/// <summary>A column beside a document's data, so that SQL can filter and sort by it.</summary>
public interface IDuplicatedField
{
    /// <summary>Its name.</summary>
    string Column { get; }

    /// <summary>Its type.</summary>
    NpgsqlDbType Type { get; }

    /// <summary>The document's property that it repeats as it is; null for what is computed.</summary>
    string? Property { get; }

    /// <summary>Its index, if it has one.</summary>
    FieldIndex Index { get; }

    /// <summary>What stands in it for this document.</summary>
    object? ValueOf(object document);
}

/// <inheritdoc cref="IDuplicatedField"/>
public sealed record DuplicatedField<T>(
    string Column, NpgsqlDbType Type, Func<T, object?> Value, string? Property = null, FieldIndex Index = FieldIndex.None) : IDuplicatedField
{
    public object? ValueOf(object document) => Value((T)document);
}
