using System.Text.Json;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Agents;

/// <summary>Reads accounts and invitations for showing.</summary>
public sealed class PeopleReader(NpgsqlDataSource database)
{
    private const string AgentsSql = "select a.data, a.mt_version, p.seen from mt_doc_agent a left join istom_presence p on p.agent = a.id order by a.data ->> 'Name', a.id";

    private const string InvitationsSql = "select data, mt_version from mt_doc_invitation where data ->> 'State' = 'Open' order by id";

    /// <summary>By name, with when each was last at the desk.</summary>
    public Task<IReadOnlyList<(Agent Agent, Instant? SeenAt)>> AgentsAsync(CancellationToken cancellation) => ReadAsync(
        AgentsSql,
        reader => (AgentStore.At(Of<Agent>(reader)), reader.IsDBNull(2) ? (Instant?)null : Instant.FromDateTimeUtc(reader.GetDateTime(2))),
        cancellation);

    /// <summary>Those that were neither accepted nor revoked, expired ones too.</summary>
    public Task<IReadOnlyList<Versioned<Invitation>>> InvitationsAsync(CancellationToken cancellation) => ReadAsync(InvitationsSql, Of<Invitation>, cancellation);

    private static Versioned<T> Of<T>(NpgsqlDataReader reader)
        where T : class =>
        new(JsonSerializer.Deserialize<T>(reader.GetString(0), StoreJson.Options)!, reader.GetInt64(1));

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
