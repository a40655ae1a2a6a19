using System.Security.Cryptography;
using System.Text;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// Counts attempts to sign in, before they are looked at. Each network (IPv4 /24, IPv6 /64) and each known browser has few at an
/// address and is then locked out by itself; all strangers together have many, and a known browser is none. So whoever guesses
/// does not lock the owner out. Addresses without an account count the same: being locked out tells nothing.
/// </summary>
public sealed class SignInAttempts(NpgsqlDataSource database, IClock clock)
{
    private const int WrongPasswords = 5;
    private const int WrongPasswordsOfStrangers = 100;
    private static readonly Duration Lockout = Duration.FromMinutes(5);
    private static readonly Duration StrangersLockout = Duration.FromHours(1);

    private const string Strangers = "strangers";

    private const string CountSql =
        """
        insert into istom_sign_in_attempts as t (account, source, failures, until) select $1, s.source, 1, s.until from unnest($2::varchar[], $3::timestamptz[]) as s(source, until)
        on conflict (account, source) do update set
          failures = case when t.until <= $4 then 1 else t.failures + 1 end, until = case when t.until <= $4 then excluded.until else t.until end
        returning source, failures
        """;

    private const string PardonSql = "update istom_sign_in_attempts set failures = case when source = $3 then greatest(failures - 1, 0) else $4 end where account = $1 and source = any($2)";

    private const string ForgetSql = "delete from istom_sign_in_attempts where until < $1";

    /// <summary>How an address is counted: no list of addresses is kept.</summary>
    public static string AccountOf(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Accounts.Normalise(email))));

    /// <summary>Counts one. False: there were too many, and this one is not to be looked at.</summary>
    public async Task<bool> BeginAsync(string email, SignInSource source, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var sources = SourcesOf(email, source);
        await using var command = database.CreateCommand(CountSql);
        command.Parameters.Add(Sql.Of(AccountOf(email)));
        command.Parameters.Add(Sql.Of(sources));
        command.Parameters.Add(Sql.Utc(sources.Select(counted => now + (counted == Strangers ? StrangersLockout : Lockout))));
        command.Parameters.Add(Sql.Utc(now));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var mayTry = true;
        while (await reader.ReadAsync(cancellation))
        {
            mayTry &= reader.GetInt32(1) <= (reader.GetString(0) == Strangers ? WrongPasswordsOfStrangers : WrongPasswords);
        }

        return mayTry;
    }

    /// <summary>It was right: its source begins anew.</summary>
    public Task ForgiveAsync(string email, SignInSource source, CancellationToken cancellation) => PardonAsync(email, source, left: 0, cancellation);

    /// <summary>It was not wrong, and not all that was asked for: it is taken back, and what was wrong before still counts.</summary>
    public Task TakeBackAsync(string email, SignInSource source, CancellationToken cancellation) => PardonAsync(email, source, left: null, cancellation);

    /// <summary>All that was counted is forgotten: the account has a new password.</summary>
    public async Task LiftAsync(string email, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from istom_sign_in_attempts where account = $1");
        command.Parameters.Add(Sql.Of(AccountOf(email)));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Drops what counts no more.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ForgetSql);
        command.Parameters.Add(Sql.Utc(clock.GetCurrentInstant()));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task PardonAsync(string email, SignInSource source, int? left, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(left is null ? PardonSql.Replace("else $4", "else greatest(failures - 1, $4)", StringComparison.Ordinal) : PardonSql);
        command.Parameters.Add(Sql.Of(AccountOf(email)));
        command.Parameters.Add(Sql.Of(SourcesOf(email, source)));
        command.Parameters.Add(Sql.Of(Strangers));
        command.Parameters.Add(Sql.Of(left ?? 0));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string[] SourcesOf(string email, SignInSource source) =>
        source.Device is { } device && device.Accounts.Contains(AccountOf(email), StringComparer.Ordinal)
            ? [$"device {device.Id:N}"]
            : [$"network {ClientAddress.NetworkOf(source.Address)}", Strangers];
}
