using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace iStom.Chat.Server.Pages.Description;

/// <summary>A refusal in the words of OpenAPI: problem details whose code is one of those that the route has.</summary>
internal static class RefusalDescription
{
    public static OpenApiResponse Response(int status, IEnumerable<string> codes)
    {
        var sorted = codes.Order(StringComparer.Ordinal).ToArray();
        return new()
        {
            Description = string.Join(", ", sorted),
            Headers = status == StatusCodes.Status429TooManyRequests ? RetryAfter() : null,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() { Schema = Schema(sorted) } },
        };
    }

    private static OpenApiSchema Schema(string[] codes) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { "code", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. codes.Select(code => (JsonNode)code)] },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["property"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What of the request was refused, where a form was checked." },
        },
    };

    private static Dictionary<string, IOpenApiHeader> RetryAfter() => new(StringComparer.Ordinal)
    {
        ["Retry-After"] = new OpenApiHeader { Description = "Seconds to wait.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
    };
}
