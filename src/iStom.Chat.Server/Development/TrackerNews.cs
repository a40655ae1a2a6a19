using System.Globalization;
using System.Text.Json;
using iStom.Chat.Domain.Development;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Development;

/// <summary>What an issue tracker says of one of its issues.</summary>
/// <param name="Key">As an item names it: <c>ISTOM-42</c>, <c>istom/app#42</c>.</param>
/// <param name="State">As the tracker calls it.</param>
/// <param name="At">When it became so, by the tracker's clock.</param>
public sealed record TrackerNews(string Key, string State, Instant At)
{
    /// <summary>
    /// Reads the body of a webhook. News without a state, of comments or of another kind, are none: null, as is a greeting.
    /// </summary>
    /// <exception cref="JsonException">It is no JSON, or not the tracker's.</exception>
    public static TrackerNews? Read(Tracker tracker, ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        try
        {
            return tracker switch
            {
                Tracker.Jira => OfJira(document.RootElement),
                Tracker.YouTrack => OfYouTrack(document.RootElement),
                _ => OfGitHub(document.RootElement),
            };
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException or ArgumentOutOfRangeException or UnparsableValueException)
        {
            throw new JsonException("Not what this tracker sends.", e);
        }
    }

    /// <summary>Jira's webhooks: <c>jira:issue_created</c>, <c>jira:issue_updated</c>; the instant is the event's, in milliseconds since 1970.</summary>
    private static TrackerNews? OfJira(JsonElement body) =>
        body.GetProperty("webhookEvent").GetString() is "jira:issue_created" or "jira:issue_updated"
            ? new(
                body.GetProperty("issue").GetProperty("key").GetString()!, body.GetProperty("issue").GetProperty("fields").GetProperty("status").GetProperty("name").GetString()!,
                Instant.FromUnixTimeMilliseconds(body.GetProperty("timestamp").GetInt64()))
            : null;

    /// <summary>The app "Webhook Triggers": <c>issueUpdated</c> names the fields that were changed; the key is the project's short name and the number in it.</summary>
    private static TrackerNews? OfYouTrack(JsonElement body)
    {
        if (body.GetProperty("event").GetString() is not "issueUpdated" || !body.TryGetProperty("changedFields", out var fields))
        {
            return null;
        }

        var state = fields.EnumerateArray().Where(field => field.GetProperty("name").GetString() is "State" or "Stage" or "Состояние").Select(field => field.GetProperty("value")).LastOrDefault();
        return state.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? null
            : new(
                string.Create(CultureInfo.InvariantCulture, $"{body.GetProperty("project").GetProperty("shortName").GetString()}-{body.GetProperty("numberInProject").GetInt32()}"),
                (state.ValueKind == JsonValueKind.Object ? state.GetProperty("name") : state).GetString()!, Instant.FromUnixTimeMilliseconds(body.GetProperty("updated").GetInt64()));
    }

    /// <summary>GitHub's event <c>issues</c>: an open issue is <c>open</c>, a closed one is what it was closed as.</summary>
    private static TrackerNews? OfGitHub(JsonElement body)
    {
        if (!body.TryGetProperty("issue", out var issue) || body.TryGetProperty("comment", out _))
        {
            return null;
        }

        var reason = issue.TryGetProperty("state_reason", out var given) ? given.GetString() : null;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{body.GetProperty("repository").GetProperty("full_name").GetString()}#{issue.GetProperty("number").GetInt32()}"),
            issue.GetProperty("state").GetString() == "closed" ? reason ?? "completed" : "open", InstantPattern.ExtendedIso.Parse(issue.GetProperty("updated_at").GetString()!).GetValueOrThrow());
    }
}
