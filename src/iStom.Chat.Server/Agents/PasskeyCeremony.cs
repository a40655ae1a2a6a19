using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Agents;

/// <summary>What a browser is asked with <c>navigator.credentials</c>.</summary>
/// <param name="Challenge">To be said with the answer.</param>
/// <param name="Options">As WebAuthn's <c>parseCreationOptionsFromJSON</c> and <c>parseRequestOptionsFromJSON</c> take them.</param>
public sealed record PasskeyQuestion(Guid Challenge, JsonElement Options);

/// <summary>Keeps challenges between question and answer. Each is answered once.</summary>
public sealed class PasskeyCeremony(IStore store, NpgsqlDataSource database, IClock clock)
{
    public static readonly Refusal Failed = new("passkey-failed");

    public async Task<PasskeyQuestion> AskAsync(string options, string? state, AgentId? agent, CancellationToken cancellation)
    {
        await ForgetAsync(cancellation);
        var challenge = new PasskeyChallenge(Guid.NewGuid(), state ?? "", agent, clock.GetCurrentInstant() + PasskeyChallenge.AnswerLimit);
        var session = store.OpenSession();
        session.Store(challenge, StreamVersion.None, 1);
        await session.CommitAsync(cancellation);
        return new(challenge.Id, JsonSerializer.Deserialize<JsonElement>(options));
    }

    /// <summary>The state of a challenge that was put to this agent (null: to whoever signs in) and not answered yet; null when there is none.</summary>
    public async Task<string?> TakeAsync(Guid challenge, AgentId? agent, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<PasskeyChallenge>(challenge, cancellation) is not { } found)
        {
            return null;
        }

        session.Delete<PasskeyChallenge>(challenge, found.Version);
        await session.CommitAsync(cancellation);
        return found.Value.Agent == agent && clock.GetCurrentInstant() < found.Value.ExpiresAt ? found.Value.State : null;
    }

    /// <summary>Identity's handler asks it for nothing that we have not set; the request itself stays out of commands.</summary>
    public static HttpContext Context() => new DefaultHttpContext();

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from mt_doc_passkeychallenge where expires_at < $1");
        command.Parameters.Add(Sql.Utc(clock.GetCurrentInstant()));
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
