using System.Globalization;
using System.Text.Json;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>Holds real answers to the OpenAPI document: JSON Schema, as far as the document uses it.</summary>
internal sealed class DescribedAnswers(JsonElement document)
{
    /// <summary>Fails unless the document has this answer of this route, and the body is of its form.</summary>
    public void ShouldAllow(HttpMethod method, string route, int status, string? mediaType, string body)
    {
        var name = $"{method} {route} {status}";
        var responses = document.GetProperty("paths").GetProperty(route).GetProperty(method.Method.ToLowerInvariant()).GetProperty("responses");
        responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response).ShouldBeTrue($"{name} is not described");
        if (!response.TryGetProperty("content", out var content))
        {
            body.ShouldBeEmpty(name);
            return;
        }

        content.TryGetProperty(mediaType!, out var media).ShouldBeTrue($"{name} does not describe {mediaType}");
        using var json = JsonDocument.Parse(body);
        Problems(json.RootElement, media.GetProperty("schema"), name).ShouldBeEmpty();
    }

    private IEnumerable<string> Problems(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Problems(value, Resolve(reference.GetString()!), path);
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return choices.EnumerateArray().Any(choice => !Problems(value, choice, path).Any()) ? [] : [$"{path}: fits none of the choices: {value}"];
        }

        if (!TypesOf(schema).Contains(TypeOf(value), StringComparer.Ordinal))
        {
            return [$"{path}: is {TypeOf(value)}, described as {string.Join(" or ", TypesOf(schema))}"];
        }

        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(allowed => allowed.ToString() == value.ToString()))
        {
            return [$"{path}: {value} is not among the values"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(value, schema, path),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Problems(item, schema.GetProperty("items"), $"{path}[{i}]")),
            JsonValueKind.String when schema.TryGetProperty("format", out var format) => OfFormat(value, format.GetString()!, path),
            _ => [],
        };
    }

    /// <summary>Problem details may hold more than is described; an answer of ours may not.</summary>
    private IEnumerable<string> OfObject(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("additionalProperties", out var each))
        {
            return value.EnumerateObject().SelectMany(property => Problems(property.Value, each, $"{path}.{property.Name}"));
        }

        var properties = schema.GetProperty("properties");
        var isProblem = properties.TryGetProperty("code", out var code) && code.TryGetProperty("enum", out _);
        var missing = schema.GetProperty("required").EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: {name} is missing");
        return missing.Concat(value.EnumerateObject().SelectMany(property => properties.TryGetProperty(property.Name, out var described)
            ? Problems(property.Value, described, $"{path}.{property.Name}")
            : isProblem ? [] : [$"{path}: {property.Name} is not described"]));
    }

    private static IEnumerable<string> OfFormat(JsonElement value, string format, string path) => format switch
    {
        "uuid" when !value.TryGetGuid(out _) => [$"{path}: {value} is no UUID"],
        "date-time" when !value.TryGetDateTimeOffset(out _) => [$"{path}: {value} is no instant"],
        _ => [],
    };

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (element, name) => element.GetProperty(name));

    private static string[] TypesOf(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } types
        ? [.. types.EnumerateArray().Select(type => type.GetString()!)]
        : [schema.GetProperty("type").GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
