using System.Collections;
using System.Globalization;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>A record with everything in it as text, lists by their items: equal texts are equal facts, whatever JSON leaves out.</summary>
internal static class Described
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        ValueType => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"{value.GetType().Name} {{ {string.Join(", ", value.GetType().GetProperties()
            .Where(property => property.GetMethod!.IsStatic is false)
            .Select(property => $"{property.Name} = {Of(property.GetValue(value))}"))} }}",
    };
}
