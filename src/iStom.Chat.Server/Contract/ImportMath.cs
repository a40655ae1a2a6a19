using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Contract;

/// <summary>What every import shows before it does anything.</summary>
public static class ImportMath
{
    /// <summary>A part of the file is wrong: nothing was done.</summary>
    public static readonly Refusal HasErrors = new("import-has-errors");

    /// <summary>The names of what would change, as the wire has them. Of what is new: all.</summary>
    public static IReadOnlyList<string> FieldsOf<T>(T? before, T? after)
        where T : class
    {
        var was = JsonSerializer.SerializeToNode(before, StoreJson.Options) as JsonObject ?? [];
        var becomes = JsonSerializer.SerializeToNode(after, StoreJson.Options) as JsonObject ?? [];
        return [.. becomes.Where(property => !JsonNode.DeepEquals(property.Value, was[property.Key])).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Key))];
    }

    /// <summary>The same for the same plan, and for no other.</summary>
    public static string FingerprintOf<T>(T plan) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(plan, StoreJson.Options)));
}
