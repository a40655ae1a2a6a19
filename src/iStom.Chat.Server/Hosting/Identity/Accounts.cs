using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Finds accounts by what their bearers show.</summary>
public sealed class Accounts(NpgsqlDataSource database, IClock clock)
{
    /// <summary>The visitor whose key this is; null for an unknown key and for one that was replaced or taken back.</summary>
    public async Task<Versioned<Visitor>?> FindVisitorAsync(string key, CancellationToken cancellation)
    {
        var hash = VisitorKey.Hash(key);
        var found = await FindAsync<Visitor>(
            "select data, mt_version from mt_doc_visitor where key_hash = $1 or previous_key_hash = $1", hash, cancellation);
        return found?.Value.IsOpenedBy(hash, clock.GetCurrentInstant()) == true ? found : null;
    }

    /// <summary>As whom a browser writes: itself, or the verified user.</summary>
    public async Task<Visitor> ActingAsync(Visitor browser, CancellationToken cancellation) => browser.VerifiedAs is { } user
        ? (await FindAsync<Visitor>("select data, mt_version from mt_doc_visitor where id = $1::uuid", user.Value.ToString(), cancellation))!.Value
        : browser;

    /// <summary>The clinic that has this number in the billing system; null when there is none.</summary>
    public async Task<ClinicId?> FindClinicAsync(string number, CancellationToken cancellation) =>
        (await FindAsync<Clinic>("select data, mt_version from mt_doc_clinic where number = $1", number, cancellation))?.Value.Id;

    /// <summary>Forgets the tokens that are refused anyway.</summary>
    public async Task ForgetTokensAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from mt_doc_usedtoken where expires_at < $1");
        command.Parameters.Add(Sql.Utc(clock.GetCurrentInstant()));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>How an address is stored and compared.</summary>
    public static string Normalise(string email) => email.Trim().ToLowerInvariant();

    public Task<Agent?> FindAgentAsync(string email, CancellationToken cancellation) =>
        FindAgentAsync("email = $1", Normalise(email), cancellation);

    /// <summary>The account that a passkey belongs to.</summary>
    public Task<Agent?> FindByPasskeyAsync(byte[] credential, CancellationToken cancellation) =>
        FindAgentAsync("data -> 'Passkeys' @> jsonb_build_array(jsonb_build_object('Id', $1))", Convert.ToBase64String(credential), cancellation);

    /// <summary>An account that can administrate, besides this one; null when there is none.</summary>
    public Task<Agent?> FindOtherAdministratorAsync(AgentId than, CancellationToken cancellation) => FindAgentAsync(
        "id::text <> $1 and data -> 'Roles' ? 'Administrator' and data -> 'Disabled' is distinct from 'true'::jsonb limit 1", than.Value.ToString(), cancellation);

    private async Task<Agent?> FindAgentAsync(string condition, string key, CancellationToken cancellation) =>
        await FindAsync<Agent>($"select data, mt_version from mt_doc_agent where {condition}", key, cancellation) is { } found ? AgentStore.At(found) : null;

    private async Task<Versioned<T>?> FindAsync<T>(string sql, string key, CancellationToken cancellation)
        where T : class
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(JsonSerializer.Deserialize<T>(reader.GetString(0), StoreJson.Options)!, reader.GetInt64(1))
            : null;
    }
}
