using System.Text.Json;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>The example session of PROTOCOL.md, played back: the server says what stands there.</summary>
public sealed class ProtocolSessionTests(TestDatabase databases) : ServerTest(databases)
{
    /// <summary>Ids that the server made then, and those that it makes now.</summary>
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    [Fact]
    public async Task The_example_session_is_what_a_server_says()
    {
        var visitor = Owned(await RawClient.VisitorAsync(Server));
        var clerk = Owned(new TestAgent(Server));
        using var signedIn = await clerk.SignIn((await Server.AddAgentAsync("Сотрудник А")).Email);
        var lines = ProtocolDocument.Read().Code("An example session").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        RawClient? agent = null;
        foreach (var line in lines)
        {
            var client = line[0] == 'V' ? visitor : agent ??= Owned(await RawClient.ConnectAsync(Server.Port, Server.DeskOrigin, "agent", clerk.Cookie!));
            if (line[2] == '→')
            {
                await client.Send(_ids.Aggregate(line[4..], (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal)));
            }
            else
            {
                var told = JsonSerializer.Deserialize<JsonElement>(line[4..]);
                Learn(told, await Heard(client, told));
            }
        }

        lines.ShouldNotBeEmpty();
    }

    private static async Task<JsonElement> Heard(RawClient client, JsonElement told)
    {
        try
        {
            return await client.Records.Until(record => IsSame(told, record));
        }
        catch (TimeoutException timeout)
        {
            throw new Xunit.Sdk.XunitException($"Told:\n{told}\nHeard:\n{string.Join('\n', client.Records.All)}", timeout);
        }
    }

    /// <summary>Equal, but for ids that the server makes; of an explanation only the first sentences are told.</summary>
    private static bool IsSame(JsonElement told, JsonElement heard, bool isExplanation = false) => told.ValueKind == heard.ValueKind && told.ValueKind switch
    {
        JsonValueKind.Object => told.EnumerateObject().Select(property => property.Name).SequenceEqual(heard.EnumerateObject().Select(property => property.Name), StringComparer.Ordinal)
            && told.EnumerateObject().All(property => IsSame(property.Value, heard.GetProperty(property.Name), property.Name == "explanation")),
        JsonValueKind.Array => (isExplanation || told.GetArrayLength() == heard.GetArrayLength()) && told.EnumerateArray().Zip(heard.EnumerateArray()).All(pair => IsSame(pair.First, pair.Second)),
        JsonValueKind.String => told.GetString() == heard.GetString() || (told.TryGetGuid(out _) && heard.TryGetGuid(out _)),
        _ => told.ToString() == heard.ToString(),
    };

    private void Learn(JsonElement told, JsonElement heard)
    {
        switch (told.ValueKind)
        {
            case JsonValueKind.Object:
                told.EnumerateObject().ToList().ForEach(property => Learn(property.Value, heard.GetProperty(property.Name)));
                break;
            case JsonValueKind.Array:
                told.EnumerateArray().Zip(heard.EnumerateArray()).ToList().ForEach(pair => Learn(pair.First, pair.Second));
                break;
            case JsonValueKind.String when told.TryGetGuid(out _):
                _ids.TryAdd(told.GetString()!, heard.GetString()!);
                _ids[told.GetString()!].ShouldBe(heard.GetString(), "one id stays one id");
                break;
            default:
                break;
        }
    }
}
