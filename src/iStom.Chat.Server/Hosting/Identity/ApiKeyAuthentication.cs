using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Recognises a program by its key: <c>Authorization: Bearer istom_…</c> (RFC 6750).</summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, NpgsqlDataSource database, IStore store, IClock clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    private const string Bearer = "Bearer";
    private const int LongestKey = 100;

    private const string Sql =
        "select s.data, s.mt_version, k.data from mt_doc_apikeysecret s join mt_doc_apikey k on k.id = s.id where s.hash = $1 and k.data ->> 'RevokedAt' is null";

    /// <summary>Finer is nobody's concern, and would be a write for every request.</summary>
    private static readonly Duration Precision = Duration.FromMinutes(1);

    /// <summary>Whether a request says that it is a program's, whatever the key is worth. No browser sends that along by itself.</summary>
    public static bool IsAskedFor(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Request.Headers.Authorization.ToString();
        if (!IsAskedFor(Request) || shown.Length > LongestKey || await FindAsync(shown[Bearer.Length..].Trim()) is not { } found)
        {
            return AuthenticateResult.NoResult();
        }

        await NoteUseAsync(found.Secret);
        var identity = new ClaimsIdentity(
            [new(ClaimNames.ApiKey, found.Key.Id.Value.ToString()), new(ClaimNames.Name, found.Key.Name), .. found.Key.Scopes.Select(scope => new Claim(ClaimNames.Scope, scope))],
            SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    private async Task<(Versioned<ApiKeySecret> Secret, ApiKey Key)?> FindAsync(string key)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = VisitorKey.Hash(key) });
        await using var reader = await command.ExecuteReaderAsync(Context.RequestAborted);
        return await reader.ReadAsync(Context.RequestAborted)
            ? (new(Read<ApiKeySecret>(reader.GetString(0)), reader.GetInt64(1)), Read<ApiKey>(reader.GetString(2)))
            : null;
    }

    private async Task NoteUseAsync(Versioned<ApiKeySecret> secret)
    {
        var now = clock.GetCurrentInstant();
        if (now - (secret.Value.UsedAt ?? Instant.MinValue) < Precision)
        {
            return;
        }

        var session = store.OpenSession();
        session.Store(secret.Value with { UsedAt = now }, secret.Version, secret.Version + 1);
        try
        {
            await session.CommitAsync(Context.RequestAborted);
        }
        catch (ConcurrencyConflictException)
        {
            // Another request of this minute has noted it.
        }
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, StoreJson.Options)!;
}
