using System.Reflection;

namespace iStom.Chat.Server.Storage;

/// <summary>Where in an event or document a marked text stands.</summary>
public sealed class PersonalDataPath(IReadOnlyList<PropertyInfo> properties)
{
    /// <summary>The names in its JSON, from the outside.</summary>
    public string[] Names { get; } = [.. properties.Select(property => property.Name)];

    /// <summary>The text; null when it, or the object that would hold it, is missing.</summary>
    public string? ValueIn(object owner) =>
        (string?)properties.Aggregate((object?)owner, (value, property) => value is null ? null : property.GetValue(value));
}
