using System.Collections;
using System.Reflection;
using iStom.Chat.Domain;

namespace iStom.Chat.Server.Storage;

/// <summary>Where in an event or document a marked text or list stands.</summary>
public sealed class PersonalDataPath(IReadOnlyList<PropertyInfo> properties)
{
    /// <summary>The names in its JSON, from the outside.</summary>
    public string[] Names { get; } = [.. properties.Select(property => property.Name)];

    /// <summary>A list is masked by being emptied: what is left of its items could tell whose they were.</summary>
    public bool IsList { get; } = properties[^1].PropertyType != typeof(string);

    /// <summary>Whether something is there that is not masked; nothing is, where the object that would hold it is missing.</summary>
    public bool HoldsDataIn(object owner) =>
        properties.Aggregate((object?)owner, (value, property) => value is null ? null : property.GetValue(value)) switch
        {
            string text => text != PersonalDataAttribute.Erased,
            IEnumerable list => list.Cast<object>().Any(),
            _ => false,
        };
}
