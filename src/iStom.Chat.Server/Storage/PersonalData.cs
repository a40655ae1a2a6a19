using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using iStom.Chat.Domain;

namespace iStom.Chat.Server.Storage;

/// <summary>Finds what is marked as the customer's personal data in events and documents, by reflection.</summary>
public static class PersonalData
{
    private static readonly ConcurrentDictionary<Type, PersonalDataPath[]> Paths = new();

    /// <summary>The customer's marked properties of a type, those of the objects in it too.</summary>
    /// <exception cref="NotSupportedException">A marked property is neither a text nor a list, or lies in a list that is not marked: it could not be masked.</exception>
    public static IReadOnlyList<PersonalDataPath> PathsIn(Type type) => Paths.GetOrAdd(type, static type => [.. Find(type, [])]);

    /// <summary>Whether there is anything of the customer left to mask.</summary>
    public static bool IsIn(object value) =>
        PathsIn(value.GetType()).Any(path => path.HoldsDataIn(value));

    /// <summary>The same document or event with the customer's texts masked and their lists emptied. What is null stays null.</summary>
    public static T Mask<T>(T document)
        where T : class
    {
        var type = document.GetType();
        var json = JsonSerializer.SerializeToNode(document, type, StoreJson.Options)!;
        foreach (var path in PathsIn(type).Where(path => path.HoldsDataIn(document)))
        {
            var owner = path.Names[..^1].Aggregate(json, (node, name) => node[name]!);
            owner[path.Names[^1]] = path.IsList ? new JsonArray() : JsonValue.Create(PersonalDataAttribute.Erased);
        }

        return (T)json.Deserialize(type, StoreJson.Options)!;
    }

    private static IEnumerable<PersonalDataPath> Find(Type type, PropertyInfo[] above) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Find(property, [.. above, property]));

    private static IEnumerable<PersonalDataPath> Find(PropertyInfo property, PropertyInfo[] path)
    {
        if (property.GetCustomAttribute<PersonalDataAttribute>() is { } mark)
        {
            var canBeMasked = property.PropertyType == typeof(string) || ElementOf(property.PropertyType) is not null;
            return (mark.Of, canBeMasked) switch
            {
                (DataSubject.Agent, _) => [],
                (_, true) => [new(path)],
                _ => throw new NotSupportedException($"{property.DeclaringType}.{property.Name} is marked as personal data and is neither text nor list"),
            };
        }

        if (ElementOf(property.PropertyType) is { } element)
        {
            return IsOurs(element) && Find(element, []).Any()
                ? throw new NotSupportedException($"{property.DeclaringType}.{property.Name} holds personal data in a list")
                : [];
        }

        return IsOurs(property.PropertyType) && !path[..^1].Any(above => above.PropertyType == property.PropertyType)
            ? Find(property.PropertyType, path)
            : [];
    }

    private static Type? ElementOf(Type type) => type == typeof(string) ? null : type.GetInterfaces().Append(type)
        .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static bool IsOurs(Type type) =>
        type is { IsClass: true } && type.Namespace?.StartsWith("iStom.Chat", StringComparison.Ordinal) == true;
}
